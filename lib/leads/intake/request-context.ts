import { requestStorage } from "./request-storage.ts";

/** Who posts, as far as the request tells. */
export type RequestContext = {
  /** Undefined while a proxy that is not ours hides it. */
  address: string | undefined;
  isBareRequest: boolean;
  /** What the address that is posted to says after its `?`, and what the address of the form's page says there. */
  query: URLSearchParams;
  /** Path of the page of ours that it was sent from, as the browser says. */
  sentFrom: string | undefined;
};

/** What the front knows of a request, for the form that it posts: also where a server action of Next takes the form. */
export const requestContext = requestStorage<RequestContext>("request-context");
