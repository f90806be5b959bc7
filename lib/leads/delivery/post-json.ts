import { type LookupAddress, type LookupAllOptions, lookup as lookUp } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { DeliveryOutcome } from "#lib/mail/delivery-outcome.ts";
import { isPrivateAddress } from "#lib/network/is-private-address.ts";

type Headers = Record<string, string | number>;

type Post = {
  url: string;
  headers?: Headers;
  /** JSON, unless `headers` name another type. */
  body: string;
  /** Whether the receiver may be inside our own network. */
  mayBePrivate: boolean;
};

const timeoutMs = 15_000;

/** Posts JSON to another program. Redirects are not followed, so that nobody else gets it. */
export async function postJson(
  { url, headers, body, mayBePrivate }: Post,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const all = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "dreamcode-site",
    ...headers,
  };
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const code = await post(new URL(url), all, body, mayBePrivate, limited);
    return { class: classOf(code), code, reply: `HTTP ${code}` };
  } catch (cause) {
    const { code, name } = cause as NodeJS.ErrnoException;
    return { class: "transient", code: null, reply: code ?? name };
  }
}

function post(url: URL, headers: Headers, body: string, mayBePrivate: boolean, signal: AbortSignal): Promise<number> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!mayBePrivate && isIP(host) && isPrivateAddress(host)) throw privateAddress();
  return new Promise((resolve, reject) => {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    const lookup = mayBePrivate ? undefined : publicLookup(lookUp);
    request(url, { method: "POST", headers, signal, lookup }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    })
      .on("error", reject)
      .end(body);
  });
}

type LookUp = (
  hostname: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Checked where the connection is made, so that a name cannot answer with one address for the check and another after it. */
export function publicLookup(lookUp: LookUp): LookupFunction {
  return (hostname, options, answer) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, "");
      if (addresses.some(({ address }) => isPrivateAddress(address))) return answer(privateAddress(), "");
      const [first] = addresses;
      if (options.all || !first) return answer(null, addresses);
      answer(null, first.address, first.family);
    });
  };
}

function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error("the webhook's name leads into a private network"), { code: "EPRIVATE" });
}

/** 410: the receiver asks not to be told any more. Whatever else it says may be mended within 72 hours. */
function classOf(code: number): DeliveryOutcome["class"] {
  if (code >= 200 && code < 300) return "sent";
  return code === 410 ? "permanent" : "transient";
}
