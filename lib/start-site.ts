import { once } from "node:events";
import { statSync } from "node:fs";
import { IncomingMessage, type Server } from "node:http";
import { flushCompileCache } from "node:module";
import { Server as NetServer, Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ContentError } from "#lib/content/source/content-error.ts";
import { type Env, EnvError, readEnv } from "#lib/env.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { openViewCounter } from "#lib/leads/count/view-counter.ts";
import { setCurrentDesk } from "#lib/leads/current-desk.ts";
import { closeToOthers } from "#lib/leads/disk/close-to-others.ts";
import { wasLookedAt } from "#lib/leads/disk/looked-at.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { startKeepingConsentSentences } from "#lib/leads/intake/keep-consent-sentences.ts";
import { startSpoolImport } from "#lib/leads/intake/spool-import.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { alarmTeller } from "#lib/leads/watch/alarm-teller.ts";
import { startDailyProof } from "#lib/leads/watch/daily-proof.ts";
import { deliveryNote } from "#lib/leads/watch/delivery-note.ts";
import { type DeliveryWorker, startWorker } from "#lib/leads/watch/delivery-worker.ts";
import { startWatch, watch } from "#lib/leads/watch/watch.ts";
import { clearTextWarning } from "#lib/mail/clear-text-warning.ts";
import { findMailTiles } from "#lib/mail/find-mail-tiles.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import { takesNoMail } from "#lib/mail/takes-no-mail.ts";
import { misspeltSettings } from "#lib/misspelt-settings.ts";
import { bypassWarning } from "#lib/network/bypass-warning.ts";
import { onStop } from "#lib/on-stop.ts";
import { openDesk } from "#lib/open-desk.ts";
import { outliveOutput } from "#lib/outlive-output.ts";
import { lookAtPublications } from "#lib/publish/look-at-publications.ts";
import { openPublications } from "#lib/publish/open-publications.ts";
import { startSchedule } from "#lib/publish/start-schedule.ts";
import { heldPort, isSuccessor, onLeave, refuseToRun, sayReady } from "#lib/release/handover.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { pointTo } from "#lib/release/releases.ts";
import { writeIfAllowed } from "#lib/release/write-if-allowed.ts";
import { frontServer } from "#lib/serve/front-server.ts";
import { hearNginx } from "#lib/serve/hear-nginx.ts";
import { logWriter } from "#lib/serve/http/log-writer.ts";
import { captured, type Render } from "#lib/serve/next/captured-response.ts";
import { openNext } from "#lib/serve/next/open-next.ts";
import { requestForNext } from "#lib/serve/next/request-for-next.ts";
import { requestListener } from "#lib/serve/request-listener.ts";
import { buildMismatch } from "#lib/serve/site-folder/build-mismatch.ts";
import { openSite } from "#lib/serve/site-folder/open-site.ts";
import { editorFolder, siteFolder } from "#lib/serve/site-folder/site-manifest.ts";

const alarmEveryMs = 15_000;
const viewsEveryMs = 10_000;

const dev = process.argv.includes("--dev");

/** What whoever starts the site can mend: said in one line, without a stack. */
class StartError extends Error {}

export async function startSite() {
  try {
    await start();
  } catch (cause) {
    giveUp(cause);
  }
}

function giveUp(cause: unknown) {
  const isExpected = [StartError, EnvError, ContentError, StoreError].some((kind) => cause instanceof kind);
  console.error(isExpected && cause instanceof Error ? cause.message : cause);
  refuseToRun(isExpected && cause instanceof Error ? cause.message : "it broke at its start; its log says where");
}

async function start() {
  // From the beginning: as the first process of a container this one hears no signal that it does not listen to.
  let stop = async () => process.exit(0);
  onStop(() => stop());
  const env = readEnv();
  const openToOthers = closeToOthers(env.dataDir);
  const desk = await openDesk(env);
  setCurrentDesk(desk);
  outliveOutput(() => desk.sightings.see("log-lost"));
  const consentKeeping = startKeepingConsentSentences(desk);

  const site = dev ? undefined : openSite(siteFolder);
  // A person at a terminal reads what matters; a service manager keeps everything.
  const log = dev || process.stdout.isTTY ? undefined : logWriter();
  const { trustedProxies, isStaging } = env;
  const next = openNext({ dev, dir: releaseFolder, hostname: env.host, port: env.port });
  next.opened.catch(giveUp);
  // Asked for here, because a site that is built needs neither the checks nor what makes pictures.
  const live = dev
    ? {
        ...(await import("#lib/serve/dev/mistakes-page.ts")),
        ...(await import("#lib/serve/dev/dev-listener.ts")),
        ...(await import("#lib/serve/dev/draft-render.ts")),
      }
    : undefined;
  const sendsMail = env.smtp !== undefined && env.delivers;
  const views = openViewCounter(desk);
  const unable = (problem: string) => (cause: unknown) => desk.report(problem, errorCode(cause));
  const front = requestListener({
    render: live ? live.draftRender(next) : next.render,
    site,
    trustedProxies,
    isStaging,
    mistakes: live?.mistakesPage,
    watched: { sendsMail, healthToken: env.healthToken },
    publications: dev || !env.publishSecret ? undefined : openPublications(env.publishSecret),
    indexNowKey: env.indexNowKey,
    editor: dev || env.cmsRepository ? await openEditorOf(env) : undefined,
    views,
    log: log?.write,
    ...desk,
  });
  const onFull = () => {
    if (desk.sightings.see("connections-full"))
      desk.report("connections are cut", "one network, or all together, have too many open");
  };
  const server = frontServer(live ? live.devListener(front, next.render) : front, env, { upgrades: dev, onFull });
  const spoolImport = startSpoolImport(desk);
  const watching = await startWatch(desk);
  const viewWriter = repeat(viewsEveryMs, views.write, unable("views not written"));
  // nginx stands on the same machine, where no address but the loopback reaches it.
  const nginx = trustedProxies > 0 && site ? hearNginx(env.port, { ...desk, site, views }) : undefined;
  const schedule = dev ? undefined : startSchedule(releaseFolder, desk);
  const publicationWatch = dev || !env.publishSecret ? undefined : watchPublications(desk);
  let dailyProof: Repeating | undefined;
  let alarms: Repeating | undefined;
  let worker: DeliveryWorker | undefined;

  const writeDown = () => views.write().then(() => watch(desk));
  const end = async (lastRequests: Promise<void>, enough: Promise<unknown>) => {
    nginx?.close();
    const duties = Promise.all([
      consentKeeping.stop(),
      spoolImport.stop(),
      watching.stop(),
      viewWriter.stop(),
      alarms?.stop(),
      schedule?.stop(),
      publicationWatch?.stop(),
      dailyProof?.stop(),
      worker?.stop(),
    ]).then(writeDown);
    await lastRequests;
    // Again: whoever leaves has answered for a while, minutes perhaps.
    await Promise.race([duties.then(writeDown).then(() => desk.store.close()), enough]);
    log?.flush();
    await next.close();
    process.exit(0);
  };
  stop = () => end(finishRequests(server), wait(dutiesMs));
  // Whoever asks it first is not to wait for what was ready in the process before.
  if (isSuccessor) await warmUp(next.render);
  // Of a release that runs for the first time: the stop would wait for it, for 0.7 s.
  flushCompileCache();
  await listen(server, env);
  onLeave(() => {
    const gone = letConnectionsGo(server);
    // A stop is over within 5 s of its signal; whoever leaves begins to count when nobody is left.
    return end(
      gone,
      gone.then(() => wait(dutiesMs)),
    );
  });
  if (!dev) writeIfAllowed(() => pointTo(releaseFolder, "served"));
  if (env.dailyProof) dailyProof = await startDailyProof(desk);
  // Before that the proof of the day is missing.
  alarms = repeat(alarmEveryMs, alarmTeller(desk, { ...env, sendsMail }), unable("ALARM_WEBHOOK_URL not told"));
  if (env.smtp && env.delivers) {
    const warning = clearTextWarning(env.smtp.url);
    if (warning) console.warn(warning);
    const mailer = smtpMailer(env.smtp);
    worker = startWorker({ ...desk, mailer, from: env.smtp.from, findPicture: findMailTiles, takesNoMail });
  } else console.warn(await noMail(desk, env));
  if (openToOthers) console.warn(openToOthers);
  const canBeBypassed = bypassWarning(env);
  if (canBeBypassed) console.warn(canBeBypassed);
  if (!env.rateLimit)
    console.warn("*** RATE_LIMIT IS OFF: how often and how fast somebody sends counts for nothing. ***");
  if (!env.formSecret) {
    console.warn(`FORM_SECRET is not set: this site uses the one in ${env.dataDir}. Several machines need it set.`);
  }
  if (!dev && !wasLookedAt(env.dataDir)) console.log("Nobody has looked yet whether all is well here: npm run doctor");
  for (const slip of misspeltSettings()) console.warn(`${slip}.`);
  if (site) for (const difference of buildMismatch(site.builtFor, env)) console.warn(difference);
  console.log(`The site is on ${env.siteUrl} (port ${env.port}).`);
  sayReady();
}

/** Asked for here: most sites have none, and would wait 50 ms for it at their start. */
async function openEditorOf({ cmsRepository: repository, siteUrl }: Env) {
  const { openEditor } = await import("#lib/editor/open-editor.ts");
  return openEditor({ repository, siteUrl, ...(!dev && { folder: editorFolder }) });
}

function watchPublications(desk: LeadDesk): Repeating {
  const taken = statSync(join(releaseFolder, "inputs.json")).mtimeMs;
  return repeat(
    10_000,
    () => lookAtPublications(desk, taken),
    (cause) => desk.report("publications not looked at", errorCode(cause)),
  );
}

/** The search loads most: Next, its pages, the index of each language. */
async function warmUp(render: Render) {
  for (const locale of locales) {
    const url = `${paths.search(locale)}?q=a`;
    await captured(render, requestForNext(new IncomingMessage(new Socket()), { url, passesAll: false }));
  }
}

// Of the 5 seconds that a stop may take.
const finishMs = 2_500;
/** A store that does not answer keeps each of them waiting for 5 seconds, one after the other. */
const dutiesMs = 4_500;
/** Whoever has just come, or asks on a connection that rested, has sent what is not here yet. */
const onItsWayMs = 500;

/** Answers what has been asked, and hangs up on whoever keeps a connection open or asks too slowly. */
async function finishRequests(server: Server) {
  const closed = takeNoMore(server);
  await Promise.race([closed, wait(onItsWayMs)]);
  // A connection that has its answer is idle, and Node would keep it for the next request.
  const hangUp = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, wait(finishMs)]);
  clearInterval(hangUp);
  server.closeAllConnections();
}

// A large file over a bad line takes minutes.
const letGoMs = 15 * 60_000;

/** Answers what comes, until each connection has rested for as long as connections may: who asks in the moment in which it is closed would get nothing. */
async function letConnectionsGo(server: Server) {
  await Promise.race([takeNoMore(server), wait(letGoMs)]);
  server.closeAllConnections();
}

/** Takes no new connections, answers what comes on those that are open, and closes each after its next answer. Resolves when none is left. */
function takeNoMore(server: Server): Promise<unknown> {
  const closed = once(server, "close");
  server.prependListener("request", (_request, response) => response.setHeader("connection", "close"));
  // That of HTTP servers also hangs up on what rests, and on who has come and not asked yet.
  NetServer.prototype.close.call(server);
  return closed;
}

async function listen(server: Server, { port, host }: Env) {
  try {
    const fd = process.env[heldPort];
    server.listen(fd ? { fd: Number(fd) } : { port, host });
    await once(server, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new StartError(`Port ${port} is in use: stop what runs there, or set PORT.`);
    if (code === "EACCES") throw new StartError(`Port ${port} may not be opened by this user: set PORT above 1023.`);
    if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") {
      throw new StartError(`HOST is ${host}, which is no address of this machine: unset it, or set it to 127.0.0.1.`);
    }
    throw cause;
  }
}

async function noMail(desk: LeadDesk, { smtp }: Env): Promise<string> {
  const found = await Promise.all([deliveryNote.isFresh(desk), desk.store.counts()]).catch(() => undefined);
  if (!found) return "*** WHETHER MAIL IS SENT IS NOT KNOWN: the database does not answer. ***";
  const [isDelivered, { pending }] = found;
  if (isDelivered) return "Another process delivers the mail.";
  return [
    `*** NO MAIL IS SENT: ${smtp ? "DELIVERY is off, and no worker runs" : "SMTP_URL is not set"}. ***`,
    `*** Inquiries are stored and wait; they go out once ${smtp ? "npm run worker does" : "SMTP_URL, MAIL_FROM and LEADS_TO are set"}. ***`,
    `*** Messages waiting now: ${pending}. ***`,
  ].join("\n");
}
