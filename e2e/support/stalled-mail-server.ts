import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

type StalledMailServer = {
  smtpPort: number;
  /** What it took, and for which the sender still waits for an answer. */
  taken: Email[];
  close(): Promise<void>;
};

/** A mail server that takes a whole message and then says nothing: whoever sent it cannot know whether it arrived. */
export async function startStalledMailServer(smtpPort: number): Promise<StalledMailServer> {
  const taken: Email[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 1,
    async onData(stream) {
      taken.push(await PostalMime.parse(await buffer(stream)));
    },
  });
  smtp.on("error", () => undefined);
  await once(smtp.listen(smtpPort, "127.0.0.1"), "listening");
  return { smtpPort, taken, close: () => new Promise((done) => smtp.close(done)) };
}
