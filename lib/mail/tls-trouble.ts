import { constants } from "node:os";

const certificateTroubles: Record<string, string> = {
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet, or the clock of this machine is wrong",
  DEPTH_ZERO_SELF_SIGNED_CERT: "is signed by itself and not by an authority",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an authority that this machine does not know",
  UNABLE_TO_GET_ISSUER_CERT: "comes from an authority that this machine does not know",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that this machine does not know",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "comes from an authority that this machine does not know, or the server does not send the certificates in between",
  // What OpenSSL calls too weak has no name of its own in Node.
  UNSPECIFIED: "is not accepted: its key may be too short, or its signature too weak",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another name",
};

/** What went wrong beside TLS: with the network, with a name, in Node's sockets, or in what was said over them. */
const besideTls = /^(ABORT_ERR$|HPE_|EAI_|ENOTFOUND$|ERR_(?!SSL_|TLS_CERT_))/;

/**
 * What is wrong with the TLS of a server, in words. Undefined when it is not about TLS. A handshake that was cut off is not: the
 * server may be down behind its proxy.
 */
export function tlsTrouble(code: string | undefined, host: string): string | undefined {
  if (code === undefined || Object.hasOwn(constants.errno, code)) return undefined;
  if (besideTls.test(code)) return undefined;
  if (code.startsWith("ERR_SSL_")) return `${host} and this machine agree on no TLS (${code})`;
  return `the certificate of ${host} ${certificateTroubles[code] ?? `is not accepted (${code})`}`;
}
