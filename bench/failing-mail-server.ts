import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { SeededRandom } from "#lib/tiles/seeded-random.ts";
import { freePort } from "../scripts/free-port.ts";

/** What the server does to a conversation. `taken` and `dropped after 354` look alike to the sender. */
const ways = [
  "hang up at once",
  "greeting 421",
  "sender 451",
  "recipient 451",
  "recipient 550",
  "dropped before 354",
  "dropped after 354",
  "taken, dropped before 250",
  "message 450",
  "message 554",
] as const;
const refusals = ["greeting 554", "sender 553"] as const;

type Way = (typeof ways)[number] | (typeof refusals)[number] | "fine";

export type TakenMail = { to: string; messageId: string; wasAnswered: boolean };

/** A mail server that fails half of its conversations, and all of them while it refuses us. */
export async function failingMailServer(isRefusing: () => boolean, random: SeededRandom) {
  const taken: TakenMail[] = [];
  const met: Partial<Record<Way, number>> = {};
  const server = createServer((socket) => {
    const way = chooseWay(isRefusing(), random);
    met[way] = (met[way] ?? 0) + 1;
    converse(socket, way, taken);
  });
  const port = await freePort();
  await once(server.listen(port, "127.0.0.1"), "listening");
  return { url: `smtp://127.0.0.1:${port}`, taken, met, close: () => server.close() };
}

function chooseWay(isRefusing: boolean, random: SeededRandom): Way {
  if (isRefusing) return random.pick(refusals);
  return random.below(2) === 1 ? "fine" : random.pick(ways);
}

/** As much of RFC 5321 as nodemailer asks of it. */
function converse(socket: Socket, way: Way, taken: TakenMail[]) {
  let to = "";
  let message: string | undefined;
  let unread = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on("error", () => socket.destroy());
  if (way === "hang up at once") return socket.destroy();
  if (way === "greeting 421" || way === "greeting 554") return socket.end(`${way.slice(-3)} no\r\n`);
  say("220 ready");

  socket.on("data", (chunk) => {
    unread += chunk;
    for (let end = unread.indexOf("\r\n"); end !== -1; end = unread.indexOf("\r\n")) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      if (message === undefined) answer(line);
      else if (line === ".") endOf(message);
      else message += `${line}\n`;
    }
  });

  function answer(line: string) {
    const command = line.split(" ")[0];
    if (command === "MAIL") return say(way === "sender 451" || way === "sender 553" ? `${way.slice(-3)} no` : "250 ok");
    if (command === "RCPT") {
      to = /<(.*)>/.exec(line)?.[1] ?? "";
      return say(way === "recipient 451" || way === "recipient 550" ? `${way.slice(-3)} no` : "250 ok");
    }
    if (command === "QUIT") return socket.end("221 bye\r\n");
    if (command !== "DATA") return say("250 ok");
    if (way === "dropped before 354") return socket.destroy();
    message = "";
    say("354 go on");
  }

  function endOf(whole: string) {
    message = undefined;
    if (way === "dropped after 354") return socket.destroy();
    if (way === "message 450" || way === "message 554") return say(`${way.slice(-3)} no`);
    const messageId = /^Message-ID: (.*)$/im.exec(whole)?.[1] ?? "";
    const wasAnswered = way !== "taken, dropped before 250";
    taken.push({ to, messageId, wasAnswered });
    if (wasAnswered) say("250 ok");
    else socket.destroy();
  }
}
