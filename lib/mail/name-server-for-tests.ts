import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { type Answer, decode, encode, RECURSION_AVAILABLE } from "dns-packet";
import { onTestFinished } from "vitest";

const noError = 0;
const unknownName = 3;

/** A name server that knows these records alone, and what asks it. */
export async function nameServer(records: Answer[], trouble = noError): Promise<Resolver> {
  const socket = createSocket("udp4");
  onTestFinished(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  socket.on("message", (asked, { port, address }) => {
    const { id, questions = [] } = decode(asked);
    const [question] = questions;
    const ofName = records.filter(({ name }) => name === question?.name);
    const answers = trouble ? [] : ofName.filter(({ type }) => type === question?.type);
    const code = trouble || (ofName.length > 0 ? noError : unknownName);
    socket.send(encode({ type: "response", id, flags: RECURSION_AVAILABLE | code, questions, answers }), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return resolver;
}
