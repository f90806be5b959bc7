import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { inTurns } from "./limits/in-turns.ts";
import { type InTurn, withForm } from "./with-form.ts";

const multipart = "multipart/form-data; boundary=x";
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test.each([
  [
    "urlencoded",
    "application/x-www-form-urlencoded",
    "name=Ana+Torres&name=B",
    [
      ["name", "Ana Torres"],
      ["name", "B"],
    ],
  ],
  ["multipart", multipart, `${part("name", "Ana")}--x--\r\n`, [["name", "Ana"]]],
  ["an empty body", "text/plain", "", []],
  ["bytes that are not UTF-8", "application/x-www-form-urlencoded", "name=%ff%E4", [["name", "\ufffd\ufffd"]]],
  ["escapes that are none", "application/x-www-form-urlencoded", "name=%zz%", [["name", "%zz%"]]],
])("%s is read", async (_kind, type, body, entries) => {
  expect(await read(type, body)).toEqual({ ok: true, entries });
});

test.each([
  ["identity", { ok: true, entries: [["name", "Ana"]] }],
  ["Identity", { ok: true, entries: [["name", "Ana"]] }],
  ["gzip", { ok: false, trouble: "unsupported" }],
])("a body in the encoding %s is read only if that changes nothing", async (encoding, expected) => {
  expect(await read(multipart, `${part("name", "Ana")}--x--\r\n`, { "content-encoding": encoding })).toEqual(expected);
});

test.each([
  ["in quotation marks", 'multipart/form-data; boundary="x"'],
  ["in another case", "Multipart/Form-Data; BOUNDARY=x"],
  ["after other parameters", "multipart/form-data; charset=utf-8;boundary=x; xboundary=y"],
  ["after one whose name ends like it", "multipart/form-data; xboundary=y; boundary=x"],
  ["before another", "multipart/form-data; boundary=x; boundary=y"],
  ["beside one for another alphabet", "multipart/form-data; boundary*=UTF-8''y; boundary=x"],
])("a boundary %s is found", async (_where, type) => {
  expect(await read(type, `${part("name", "Ana")}--x--\r\n`)).toEqual({ ok: true, entries: [["name", "Ana"]] });
});

test.each([
  "multipart/form-data; xboundary=y; boundary=x",
  'multipart/form-data; boundary="x"; boundary=y',
  'multipart/form-data; a="boundary=y"; boundary=x',
  "multipart/form-data; boundary*=UTF-8''y; BOUNDARY=x",
  "multipart/form-data;boundary=x;boundary=y",
])("64 parts are read and 65 are refused, whatever else %s names", async (type) => {
  const parts = (count: number) => `${part("f", "v").repeat(count)}--x--\r\n`;
  expect(await read(type, parts(64))).toMatchObject({ ok: true, entries: { length: 64 } });
  expect(await read(type, parts(65))).toEqual({ ok: false, trouble: "too-large" });
});

test.each([
  ["name", `Content-Disposition: form-data; name="${"a".repeat(1_000_000)}"`],
  ["many parameters", `Content-Disposition: form-data; name="a"${"; a=b".repeat(200_000)}`],
  ["many lines", `Content-Disposition: form-data; name="a"${"\r\na: b".repeat(150_000)}`],
])("a part whose head is a megabyte of %s is refused at once", async (_what, head) => {
  const before = process.threadCpuUsage();
  expect(await read(multipart, `--x\r\n${head}\r\n\r\nv\r\n--x--\r\n`)).toEqual({ ok: false, trouble: "too-large" });
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(250);
});

test.each([
  [7, { ok: true }],
  [8, { ok: false, trouble: "too-large" }],
])("a part with %d headers beside its name: %j", async (count, expected) => {
  const head = `Content-Disposition: form-data; name="a"${"\r\nX:".repeat(count)}`;
  expect(await read(multipart, `--x\r\n${head}\r\n\r\nv\r\n--x--\r\n`)).toMatchObject(expected);
});

test("of forms of one sender that end at one moment each is taken apart in a round of its own, so that readers come in between", async () => {
  let round = 0;
  let isOver = false;
  const rounds: number[] = [];
  const inTurn = inTurns(4);
  const server = createServer(async (request, response) => {
    await readForm(request, (work) => inTurn("the sender", work));
    rounds.push(round);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    isOver = true;
    server.close().closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const head =
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n";
  const sockets = Array.from({ length: 20 }, () => connect(port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => new Promise<void>((sent) => socket.write(`${head}a=`, () => sent()))));
  await expect.poll(() => promisify<number>((done) => server.getConnections(done))()).toBe(20);

  const count = () => {
    round += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  for (const socket of sockets) socket.write("b");
  await expect.poll(() => rounds.length).toBe(20);
  expect(new Set(rounds).size).toBe(20);
});

test.each([
  ["a boundary that is not there", multipart, "garbage", "unreadable"],
  ["a boundary that is not named", "multipart/form-data", `${part("name", "Ana")}--x--\r\n`, "unreadable"],
  ["a part that was cut off", multipart, part("name", "Ana").slice(0, -4), "unreadable"],
  ["a part without its headers", multipart, "--x\r\n\r\nAna\r\n--x--\r\n", "unreadable"],
  ["ten thousand parts", multipart, `${part("f", "v").repeat(10_000)}--x--\r\n`, "too-large"],
  [
    "ten thousand parts with headers in another case",
    multipart,
    `${part("f", "v").toLowerCase().repeat(10_000)}--x--\r\n`,
    "too-large",
  ],
  ["ten thousand fields", "application/x-www-form-urlencoded", "f=v&".repeat(10_000), "too-large"],
  ["a boundary that no mail program would write", 'multipart/form-data; boundary="x\\""', "--x", "unreadable"],
  ["a type of 15,000 spaces", `multipart/form-data${" ".repeat(15_000)}x`, "--x", "unsupported"],
  [
    "more text than can come back in a page",
    "application/x-www-form-urlencoded",
    `a=${"a".repeat(300_000)}`,
    "too-large",
  ],
  [
    "a little of it in each of many fields",
    "application/x-www-form-urlencoded",
    `a=${"a".repeat(9_000)}&`.repeat(40),
    "too-large",
  ],
  ["two megabytes", "application/x-www-form-urlencoded", `message=${"a".repeat(2_000_000)}`, "too-large"],
  ["another kind of body", "application/json", "{}", "unsupported"],
])("%s is refused", async (_kind, type, body, trouble) => {
  expect(await read(type, body)).toEqual({ ok: false, trouble });
});

test.each([
  [1_048_576, 0, true],
  [1_048_577, 0, false],
  [300_000, 262_144, true],
  [300_000, 262_145, false],
])("a form of %d bytes, %d of them text, is read: %s", async (bytes, text, isRead) => {
  const typed = part("message", "a".repeat(text));
  const file = '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n';
  const end = "\r\n--x--\r\n";
  const body = typed + file + "b".repeat(bytes - (typed + file + end).length) + end;
  expect(await read(multipart, body)).toMatchObject(isRead ? { ok: true } : { ok: false, trouble: "too-large" });
});

test("a form that was read leaves no timer behind", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  const before = timers();
  for (let count = 0; count < 10; count += 1) await read("application/x-www-form-urlencoded", "name=Ana");
  expect(timers()).toBeLessThan(before + 5);
});

test("a body that is cut off is given up at once, and one that does not come in 20 seconds", async () => {
  const real = setTimeout;
  const waits: number[] = [];
  const timer = vi.spyOn(globalThis, "setTimeout").mockImplementation(((work: () => void, ms = 0) => {
    if (ms === 20_000) waits.push(ms);
    return real(work, ms === 20_000 && waits.length === 2 ? 1 : ms);
  }) as typeof setTimeout);
  onTestFinished(() => timer.mockRestore());
  const found: unknown[] = [];
  const server = createServer(async (request) => void found.push(await readForm(request, inTheirTurn))).listen(
    0,
    "127.0.0.1",
  );
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, "listening");
  const half = async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na=");
    await once(server, "request");
    return socket;
  };

  (await half()).destroy();
  await expect.poll(() => found).toEqual([{ ok: false, trouble: "gone" }]);
  await half();
  await expect.poll(() => found.slice(1)).toEqual([{ ok: false, trouble: "slow" }]);
  expect(waits).toEqual([20_000, 20_000]);
});

test("while 64 MB of bodies are on their way long ones are refused, and those up to 64 kB are read", async () => {
  let coming = 0;
  const server = createServer((request) => {
    request.on("data", (chunk) => {
      coming += chunk.length;
    });
    void readForm(request, inTheirTurn);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, "listening");
  const each = 1_000_000;
  const sockets = Array.from({ length: 70 }, () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${each + 1}\r\n\r\n`);
    socket.write("a".repeat(each));
    return socket;
  });
  await expect.poll(() => coming).toBe(70 * each);

  const form = (length: number) => read("application/x-www-form-urlencoded", `m=${"a".repeat(length - 2)}`);
  expect(await form(250_000)).toEqual({ ok: false, trouble: "too-large" });
  expect(await form(65_536)).toMatchObject({ ok: true });

  for (const socket of sockets) socket.destroy();
  await expect.poll(() => form(250_000)).toMatchObject({ ok: true });
});

test("what came whole counts as held until it was dealt with: while the store is slow long ones are refused", async () => {
  let waiting = 0;
  const { promise: slowStore, resolve: goOn } = Promise.withResolvers<void>();
  const server = createServer((request) => {
    void withForm(request, inTheirTurn, async () => {
      waiting += 1;
      await slowStore;
      waiting -= 1;
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, "listening");
  const body = `a=${"a".repeat(1_000_000)}`;
  const head = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n`;
  const sockets = Array.from({ length: 70 }, () => connect((server.address() as AddressInfo).port, "127.0.0.1"));
  for (const socket of sockets) socket.write(head + body);
  await expect.poll(() => waiting).toBe(70);

  const form = () => read("application/x-www-form-urlencoded", `m=${"a".repeat(250_000)}`);
  expect(await form()).toEqual({ ok: false, trouble: "too-large" });
  goOn();
  await expect.poll(() => waiting).toBe(0);
  expect(await form()).toMatchObject({ ok: true });
});

const inTheirTurn: InTurn = (work) => work();

function readForm(request: IncomingMessage, inTurn: InTurn) {
  return withForm(request, inTurn, async (posted) => posted);
}

async function read(type: string, body: string, more: Record<string, string> = {}): Promise<unknown> {
  const server = createServer(async (request, response) => {
    const posted = await readForm(request, inTheirTurn);
    response.end(JSON.stringify(posted.ok ? { ok: true, entries: [...posted.data] } : posted));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = { "content-type": type, ...more };
  const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body });
  server.close();
  return answer.json();
}
