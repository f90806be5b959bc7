import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { headerUrl } from "#lib/serve/http/header-url.ts";
import { largestMessageBytes, type Message, readMessage } from "./inbox-message.ts";
import { inboxScript, inboxStyle, listPage, messagePage, newestOf, notFoundPage } from "./inbox-page.ts";

export type Inbox = {
  smtpPort: number;
  httpPort: number;
  /** Newest first. */
  messages: readonly Message[];
  close(): Promise<void>;
};

export class InboxNotListening extends Error {
  override name = "InboxNotListening";
}

const keptMessages = 500;
const smtpFarewellMs = 200;

/** A mail server for development: takes every mail and shows it on a page. Port 0 picks a free port. */
export async function startInbox(where: { smtpPort: number; httpPort: number; host?: string }): Promise<Inbox> {
  const host = where.host ?? "127.0.0.1";
  const messages: Message[] = [];

  const smtp = smtpServer(messages);
  const smtpPort = await listen(smtp, where.smtpPort, host, "SMTP");
  smtp.on("error", (error: NodeJS.ErrnoException) => {
    console.error(`Inbox: an SMTP connection broke off (${error.code ?? error.name})`);
  });

  const pages = pageServer(messages, `${host}:${smtpPort}`);
  const httpPort = await listen(pages, where.httpPort, host, "its page").catch(async (error) => {
    await closeSmtp(smtp);
    throw error;
  });

  return {
    smtpPort,
    httpPort,
    messages,
    async close() {
      await Promise.all([closeSmtp(smtp), closePages(pages)]);
    },
  };
}

function smtpServer(messages: Message[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestMessageBytes,
    closeTimeout: smtpFarewellMs,
    onData(stream, session, done) {
      readMessage(stream, session.envelope).then((message) => {
        messages.unshift(message);
        messages.splice(keptMessages);
        done();
      }, done);
    },
  });
}

function pageServer(messages: Message[], smtpAddress: string): Server {
  return createServer((request, response) => {
    // A page elsewhere whose name is led to this machine could read every mail.
    const name = headerUrl(`http://${request.headers.host}`)?.hostname;
    if (!ownNames.includes(name ?? "")) return answer(response, 421, "text/plain", "Not a name of this inbox");
    if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 405, "text/plain", "GET only");

    const { pathname, searchParams } = new URL(request.url ?? "/", "http://inbox");
    if (pathname === "/") return answer(response, 200, "text/html", listPage(messages, smtpAddress));
    if (pathname === "/messages.json") return answer(response, 200, "application/json", JSON.stringify(messages));
    if (pathname === "/changes") return answerWhenChanged(response, messages, searchParams.get("newest"));
    if (pathname === "/inbox.css") return answer(response, 200, "text/css", inboxStyle);
    if (pathname === "/inbox.js") return answer(response, 200, "text/javascript", inboxScript);

    const [, id, part] = /^\/messages\/([^/]+)(\/html)?$/.exec(pathname) ?? [];
    const message = messages.find((candidate) => candidate.id === id);
    if (message && !part) return answer(response, 200, "text/html", messagePage(message));
    if (message?.html !== undefined) return answer(response, 200, "text/html", message.html, mailPolicy);
    return answer(response, 404, "text/html", notFoundPage(keptMessages));
  });
}

const ownNames = ["localhost", "127.0.0.1", "[::1]"];

const changesPollMs = 100;

/** For the browser's EventSource: one event, as soon as the newest mail is not the one that the page shows. */
async function answerWhenChanged(response: ServerResponse, messages: Message[], shown: string | null) {
  while (newestOf(messages) === shown && !response.destroyed) await wait(changesPollMs);
  answer(response, 200, "text/event-stream", "data: changed\n\n");
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// What a mail client allows: its own styles and embedded pictures, no script, nothing fetched from elsewhere.
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

function answer(response: ServerResponse, status: number, type: string, body: string, policy = pagePolicy) {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(body);
}

function listen(server: SMTPServer | Server, port: number, host: string, what: string): Promise<number> {
  return new Promise((done, fail) => {
    const onError = (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === "EADDRINUSE" ? "the port is in use" : cause.message;
      fail(new InboxNotListening(`The inbox cannot listen on ${host}:${port} for ${what}: ${reason}`, { cause }));
    };
    server.once("error", onError);
    const socket = server.listen(port, host, () => {
      server.off("error", onError);
      done((socket.address() as AddressInfo).port);
    });
  });
}

function closeSmtp(smtp: SMTPServer): Promise<void> {
  return new Promise((done) => smtp.close(done));
}

function closePages(pages: Server): Promise<void> {
  return new Promise((done) => {
    pages.close(() => done());
    pages.closeAllConnections();
  });
}
