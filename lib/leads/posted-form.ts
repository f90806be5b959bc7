import { AsyncLocalStorage } from "node:async_hooks";
import type { LeadFormState } from "./form-state.ts";

const place = Symbol.for("dreamcode.postedForm");

/**
 * Carries what a post left behind from the front to the page that shows it again, within one request. It hangs on
 * `globalThis` because Next bundles its own copy of this module and the front runs another.
 */
export function postedForm(): AsyncLocalStorage<LeadFormState> {
  const shared = globalThis as { [place]?: AsyncLocalStorage<LeadFormState> };
  shared[place] ??= new AsyncLocalStorage();
  return shared[place];
}
