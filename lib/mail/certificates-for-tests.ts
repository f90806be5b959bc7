import { randomUUID } from "node:crypto";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { generate } from "selfsigned";

const day = 24 * 60 * 60_000;

type Wrong = "expired" | "early" | "self-signed" | "other name" | "unknown authority";

/** A certificate for 127.0.0.1 with its key, right but for what is named. From now on this process trusts its authority. */
export async function certificateForTests(wrong?: Wrong) {
  const authority = await certificate(`Authority ${randomUUID()}`, {
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  if (wrong !== "unknown authority") setDefaultCACertificates([...getCACertificates("default"), authority.cert]);
  const from = { expired: -9, early: 1 }[wrong as string] ?? -1;
  return certificate("A mail server", {
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + (from + 8) * day),
    extensions: [
      { name: "subjectAltName", altNames: [{ type: 7, ip: wrong === "other name" ? "127.0.0.2" : "127.0.0.1" }] },
    ],
    ...(wrong !== "self-signed" && { ca: { key: authority.key, cert: authority.cert } }),
  });
}

async function certificate(commonName: string, options: Parameters<typeof generate>[1]) {
  const name = [{ name: "commonName", value: commonName }];
  const { private: key, cert } = await generate(name, { keyType: "ec", algorithm: "sha256", ...options });
  return { key, cert };
}
