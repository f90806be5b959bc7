import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

type ReceivedMail = { from: string; to: string[]; source: string; mail: Email };

type Behaviour = Pick<
  SMTPServerOptions,
  | "onConnect"
  | "onAuth"
  | "onMailFrom"
  | "onRcptTo"
  | "authOptional"
  | "authMethods"
  | "disabledCommands"
  | "hideSMTPUTF8"
  | "hideENHANCEDSTATUSCODES"
  | "secure"
  | "key"
  | "cert"
  | "minVersion"
  | "maxVersion"
  | "ciphers"
> & {
  port?: number;
  /** Called when a whole message is there, before it is accepted; throwing an error refuses it. */
  onMessage?(mail: ReceivedMail): void | Promise<void>;
};

/** A real SMTP server on a port of its own, which keeps what it accepted. */
export async function smtpForTests({ port = 0, onMessage, ...options }: Behaviour = {}) {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    hideENHANCEDSTATUSCODES: false,
    disabledCommands: ["STARTTLS", "AUTH"],
    ...options,
    onData(stream, { envelope }, answer) {
      receive()
        .then(() => answer(null))
        .catch(answer);

      async function receive() {
        const source = await text(stream);
        const mail = await PostalMime.parse(source);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const received = { from, to: envelope.rcptTo.map(({ address }) => address), source, mail };
        await onMessage?.(received);
        mails.push(received);
      }
    },
  });
  // A client that is killed resets its connection.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  onTestFinished(close);
  const address = server.server.address() as AddressInfo;
  return { url: `${options.secure ? "smtps" : "smtp"}://127.0.0.1:${address.port}`, port: address.port, mails, close };
}

/** Refuses a command: the greeting, the sender or a recipient, whichever it is given for. */
export function refuseCommand(code: number) {
  return (...args: [...unknown[], answer: (error?: Error | null) => void]) => {
    const answer = args[args.length - 1] as (error: Error) => void;
    answer(smtpError(code));
  };
}

export function refuseMessage(code: number) {
  return () => {
    throw smtpError(code);
  };
}

export function smtpError(responseCode: number, words = "refused by the test"): Error {
  return Object.assign(new Error(words), { responseCode });
}
