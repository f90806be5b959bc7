import { endOnError } from "#lib/end-on-error.ts";
import { readEnvOrExit } from "#lib/env.ts";
import { closeToOthers } from "#lib/leads/disk/close-to-others.ts";
import { orExit } from "#lib/leads/disk/store-error.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { clearTextWarning } from "#lib/mail/clear-text-warning.ts";
import { findMailTiles } from "#lib/mail/find-mail-tiles.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import { takesNoMail } from "#lib/mail/takes-no-mail.ts";
import { onStop } from "#lib/on-stop.ts";
import { outliveOutput } from "#lib/outlive-output.ts";
import { onLeave, sayReady } from "#lib/release/handover.ts";
import { holdRelease } from "#lib/release/hold-release.ts";
import { storeDesk } from "#lib/store-desk.ts";
import { startWorker } from "./delivery-worker.ts";

// `npm run worker`: delivery alone, for installations with several web processes.
outliveOutput();
endOnError();
const { RELEASE_FOLDER: release } = process.env;
if (release) holdRelease(release);
const env = readEnvOrExit();
if (!env.smtp) {
  console.error("SMTP_URL is not set, so there is nothing to deliver with. Set it and start the worker again.");
  process.exit(1);
}
const warning = clearTextWarning(env.smtp.url);
if (warning) console.warn(warning);
const openToOthers = await orExit(Promise.try(closeToOthers, env.dataDir));
if (openToOthers) console.warn(openToOthers);
const store = await orExit(openLeadStore(env));
const worker = startWorker({
  ...storeDesk(env, store),
  mailer: smtpMailer(env.smtp),
  from: env.smtp.from,
  findPicture: findMailTiles,
  takesNoMail,
});
console.log(`Delivering what is in ${env.databaseUrl ? "the database" : env.dataDir}. Ctrl-C stops.`);

const end = async () => {
  await worker.stop();
  await store.close();
  process.exit(0);
};
onStop(end);
onLeave(end);
sayReady();
