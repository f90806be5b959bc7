import { AsyncLocalStorage } from "node:async_hooks";

/** Who posts, as far as the request tells. */
export type Caller = {
  address: string;
  isForeignOrigin: boolean;
  isBareRequest: boolean;
  /** What the address that is posted to says after its `?`, and what the address of the form's page says there. */
  query: URLSearchParams;
  /** Path of the page of ours that it was sent from, as the browser says. */
  sentFrom: string | undefined;
};

const place = Symbol.for("dreamcode.caller");

/**
 * Carries what the front knows of a request to the form that it posts, through Next where a server action takes it.
 * It hangs on `globalThis` because Next bundles its own copy of this module and the front runs another.
 */
export function caller(): AsyncLocalStorage<Caller> {
  const shared = globalThis as { [place]?: AsyncLocalStorage<Caller> };
  shared[place] ??= new AsyncLocalStorage();
  return shared[place];
}
