import type { LookupAddress } from "node:dns";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { postJson, publicLookup } from "./post-json.ts";

const ours = { address: "10.0.0.7", family: 4 };
const theirs = { address: "93.184.215.14", family: 4 };
const theirsToo = { address: "2606:2800:21f::1", family: 6 };

test.each<[what: string, addresses: LookupAddress[], one: unknown[], all: unknown[]]>([
  ["one public address", [theirs], [null, "93.184.215.14", 4], [null, [theirs]]],
  ["several", [theirsToo, theirs], [null, "2606:2800:21f::1", 6], [null, [theirsToo, theirs]]],
  ["a private one behind a public one", [theirs, ours], ["EPRIVATE", ""], ["EPRIVATE", ""]],
  ["a private one before a public one", [ours, theirsToo], ["EPRIVATE", ""], ["EPRIVATE", ""]],
])(
  "a name with %s is connected to where all of them are public, however it is asked",
  async (_what, addresses, one, all) => {
    const lookup = publicLookup((_name, { all }, answer) => answer(null, all ? addresses : addresses.slice(0, 1)));
    const ask = (options: { all: boolean }) =>
      new Promise<unknown[]>((resolve) => {
        lookup("hooks.example", options, (error, ...answer) => resolve([error ? error.code : null, ...answer]));
      });
    expect(await ask({ all: false })).toEqual(one);
    expect(await ask({ all: true })).toEqual(all);
  },
);

test("a name that nobody knows is said as it is", async () => {
  const lookup = publicLookup((_name, _options, answer) =>
    answer(Object.assign(new Error(), { code: "ENOTFOUND" }), []),
  );
  const socket = connect({ host: "hooks.example", port: 9, lookup });
  expect(await once(socket, "error").catch(() => undefined)).toMatchObject([{ code: "ENOTFOUND" }]);
});

test("a receiver that takes the post and says nothing has 15 seconds", async () => {
  const real = AbortSignal.timeout.bind(AbortSignal);
  const asked: number[] = [];
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    asked.push(ms);
    return real(ms / 50);
  });
  onTestFinished(() => timeout.mockRestore());
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close().closeAllConnections());
  const { port } = silent.address() as AddressInfo;

  const post = { url: `http://127.0.0.1:${port}`, body: "{}", mayBePrivate: true };
  const outcome = await postJson(post, new AbortController().signal);

  expect(outcome).toEqual({ class: "transient", code: null, reply: "ABORT_ERR" });
  expect(asked).toEqual([15_000]);
});
