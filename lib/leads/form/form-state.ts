import type { FieldName } from "./fields.ts";
import type { FormValues } from "./form-values.ts";
import type { LeadErrorCode } from "./lead-error-code.ts";

export type FieldErrors = Partial<Record<FieldName, LeadErrorCode>>;

/** The same in the reader's language. */
export type FieldSentences = Partial<Record<FieldName, string>>;

/** What a form shows after a post: what was typed, and what came of it. */
export type LeadFormState =
  /** `about`: what its address says that the message is about, which the page begins it with. */
  | { status: "idle"; values: FormValues; about?: string }
  | { status: "invalid"; values: FormValues; errors: FieldSentences }
  /** The lead could not be stored. `writeTo`: an address that can be written to instead. */
  | { status: "unavailable"; values: FormValues; writeTo?: string | undefined }
  /** So much came from the same network that nothing more of it is kept before `until` (ISO 8601). */
  | { status: "too-many"; values: FormValues; writeTo?: string | undefined; until: string }
  /** The body was over the cap, or could not be read as a form: nothing of it was kept. */
  | { status: "too-large" | "unreadable"; values: FormValues }
  /** It came from another site: shown again, so that whoever wrote it can send it from ours. */
  | { status: "refused"; values: FormValues }
  /** `call`: what vouches for whoever asks for a call on the page of thanks; of a form that nobody is answered of none. */
  | { status: "received"; values: FormValues; ref: string; call?: string };

export const idle: LeadFormState = { status: "idle", values: {} };
