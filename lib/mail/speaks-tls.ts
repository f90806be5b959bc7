import { isIP } from "node:net";
import { connect } from "node:tls";
import type { SmtpServer } from "./read-smtp-url.ts";

const timeoutMs = 5_000;

/** Whether a port takes a TLS handshake, with any certificate. Nothing else is said to it. */
export function speaksTls({ host, port }: Pick<SmtpServer, "host" | "port">, signal: AbortSignal): Promise<boolean> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  if (limited.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, ...(!isIP(host) && { servername: host }) });
    const end = (answer: boolean) => {
      limited.removeEventListener("abort", giveUp);
      socket.destroy();
      resolve(answer);
    };
    const giveUp = () => end(false);
    limited.addEventListener("abort", giveUp);
    socket.once("secureConnect", () => end(true));
    socket.on("error", giveUp);
  });
}
