import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

type Taken = { to: string; ref: string; messageId: string };

export type SlowMailServer = { smtpPort: number; taken: Taken[]; close(): Promise<void> };

/** A mail server that has each mail for a moment before it says so: there is always one whose sender can be killed meanwhile. */
export async function startSlowMailServer(slowMs: number): Promise<SlowMailServer> {
  const taken: Taken[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 1,
    async onData(stream, { envelope }, done) {
      // Undefined: whoever sent it was killed in the middle of it.
      const raw = await text(stream).catch(() => undefined);
      if (raw === undefined) return;
      const header = (name: string) => new RegExp(`^${name}: (\\S+)`, "im").exec(raw)?.[1] ?? "";
      const [recipient] = envelope.rcptTo;
      taken.push({ to: recipient?.address ?? "", ref: header("X-Lead-Ref"), messageId: header("Message-ID") });
      await wait(slowMs);
      done();
    },
  });
  // Of whoever was killed.
  smtp.on("error", () => undefined);
  const server = smtp.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { smtpPort: port, taken, close: () => new Promise((done) => smtp.close(done)) };
}
