// `node --import ./scripts/refuse-network.mjs`: a process that asks for anything outside of this machine ends with 1. A
// library that catches the error would else leave out what it did not get.
import { writeSync } from "node:fs";
import { Socket } from "node:net";

const own = new Set([undefined, "localhost", "127.0.0.1", "::1"]);
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...args) {
  const [first, second] = args.flat();
  const host =
    typeof first === "object" && first !== null ? first.host : typeof second === "string" ? second : undefined;
  if (own.has(host)) return connect.apply(this, args);
  writeSync(2, `This asked the network for ${host}.\n`);
  process.exit(1);
};
