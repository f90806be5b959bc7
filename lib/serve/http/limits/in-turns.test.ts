import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { inTurns } from "./in-turns.ts";

test("two are under way at a time, in their order, each with what belongs to it", async () => {
  const whose = new AsyncLocalStorage<number>();
  const inTurn = inTurns(2);
  let underWay = 0;
  const seen: number[] = [];
  const make = async () => {
    underWay += 1;
    expect(underWay).toBeLessThanOrEqual(2);
    await vi.waitFor(() => undefined);
    underWay -= 1;
    const mine = whose.getStore() ?? -1;
    seen.push(mine);
    return mine;
  };
  const asked = [0, 1, 2, 3, 4, 5].map((number) => whose.run(number, () => inTurn(`${number}`, make)));
  expect(await Promise.all(asked)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
});

test("one that fails says so to whoever asked, and the next is made", async () => {
  const inTurn = inTurns(2);
  const asked = [1, 2, 3].map((number) => inTurn(`${number}`, () => Promise.reject(new Error(`${number}`))));
  expect(await Promise.allSettled(asked)).toMatchObject(
    [1, 2, 3].map((number) => ({ reason: { message: `${number}` } })),
  );
  expect(await inTurn("last", async () => "made")).toBe("made");
});

test("those that hang hold the others up for five seconds", async () => {
  const inTurn = inTurns(2);
  const { promise, resolve } = Promise.withResolvers<string>();
  const late = inTurn("a", () => promise);
  void inTurn("b", () => new Promise(() => {}));
  const start = performance.now();
  expect(await inTurn("last", async () => "made")).toBe("made");
  expect(performance.now() - start).toBeGreaterThan(4_900);
  resolve("after all");
  expect(await late).toBe("after all");
});

test("whoever asks for many waits for them, and somebody else for one of theirs", async () => {
  const inTurn = inTurns(2);
  const made: string[] = [];
  const make = (name: string) => inTurn(name, async () => void made.push(name));
  await Promise.all([...Array.from({ length: 50 }, () => make("many")), make("one"), make("another")]);
  expect(made.indexOf("one")).toBeLessThan(4);
  expect(made.indexOf("another")).toBeLessThan(4);
  expect(made).toHaveLength(52);
});

test("between two of them whatever else came in is seen to", async () => {
  const inTurn = inTurns(2);
  let rounds = 0;
  const count = () => {
    rounds += 1;
    if (rounds < 100) setImmediate(count);
  };
  setImmediate(count);
  const seen = await Promise.all(Array.from({ length: 10 }, () => inTurn("many", async () => rounds)));
  expect(new Set(seen).size).toBe(10);
});

test("before the first of them everybody who has connected is let in", async () => {
  const inTurn = inTurns(2);
  let accepted = 0;
  const begun = Promise.withResolvers<number>();
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    accepted += 1;
    void inTurn("many", async () => begun.resolve(accepted));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: 50 }, () => connect(port, "127.0.0.1"));
  onTestFinished(() => sockets.forEach((socket) => void socket.destroy()));
  // One that has not come that far is let in later.
  expect(await begun.promise).toBeGreaterThan(40);
});
