import type { IncomingMessage } from "node:http";
import type { PageForm } from "#lib/serve/form-at.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import type { SitePages } from "#lib/serve/site-pages.ts";

export type Call = {
  request: IncomingMessage;
  path: string;
  /** The form that the address takes posts of. */
  form: PageForm | undefined;
};

/** Answers a request, or leaves it to the next. */
export type Handler = (call: Call, pages: SitePages) => Promise<Answer | undefined> | Answer | undefined;
