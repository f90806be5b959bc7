import { requestStorage } from "#lib/leads/intake/request-storage.ts";
import type { NearPage } from "#lib/serve/site-folder/near-pages.ts";

/** What the page of an address that leads nowhere names as likely meant. */
export const nearPagesAsked = requestStorage<NearPage[]>("nearPagesAsked");
