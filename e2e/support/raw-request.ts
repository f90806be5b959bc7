import { connect } from "node:net";

type RawAnswer = {
  /** Undefined when the connection was closed without an answer. */
  status: number | undefined;
  headers: [name: string, value: string][];
  body: string;
  ms: number;
};

/** Sends bytes as they are, because fetch mends or refuses what no browser would send. Reads until the other side ends. */
export async function rawRequest(url: string, bytes: string | Uint8Array, limitMs = 30_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const start = performance.now();
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  // A server that hangs up while we still send is heard of as an error; what it said before counts.
  socket.on("error", () => socket.destroy());
  socket.write(bytes);
  const tooLate = setTimeout(() => socket.destroy(), limitMs);
  await new Promise((closed) => socket.once("close", closed));
  clearTimeout(tooLate);

  const text = Buffer.concat(chunks).toString("latin1");
  const [head = "", ...body] = text.split("\r\n\r\n");
  const [line = "", ...lines] = head.split("\r\n");
  const status = /^HTTP\/1\.1 (\d{3})/.exec(line)?.[1];
  return {
    status: status === undefined ? undefined : Number(status),
    headers: lines.map((header) => [
      header.slice(0, header.indexOf(":")).toLowerCase(),
      header.split(/: ?(.*)/)[1] ?? "",
    ]),
    body: body.join("\r\n\r\n"),
    ms: performance.now() - start,
  };
}
