import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const served = `const server = require("node:http").createServer((_, answer) => answer.end("here")).listen(0, "127.0.0.1");
  server.on("listening", async () => {
    console.log(await (await fetch("http://127.0.0.1:" + server.address().port)).text());
    server.close();
  });`;

test.each([
  ["https://fonts.example/css2?family=x", "fonts.example"],
  ["http://192.0.2.7/a.svg", "192.0.2.7"],
])("a process that asks for %s ends with 1 and says so, though the error is caught", (address, host) => {
  const { status, stderr } = run(`fetch("${address}").catch(() => undefined).then(() => console.log("went on"))`);
  expect({ status, stderr }).toEqual({ status: 1, stderr: `This asked the network for ${host}.\n` });
});

test("what is on this machine is reached", () => {
  expect(run(served)).toMatchObject({ status: 0, stdout: "here\n" });
});

function run(code: string) {
  return spawnSync(process.execPath, ["--import", "./scripts/refuse-network.mjs", "-e", code], { encoding: "utf8" });
}
