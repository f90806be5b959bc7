import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each([
  [
    ["--bakc"],
    {},
    "Unknown option '--bakc'. There is: npm run publish, npm run publish -- --pull and npm run publish -- --back\n",
  ],
  [["back"], {}, expect.stringMatching(/^Unexpected argument 'back'[^\n]*npm run publish -- --back\n$/)],
  [[], { npm_config_back: "true" }, "npm kept --back for itself. Put -- before it: npm run publish -- --back\n"],
])("publish %j with %j publishes nothing, and says what there is", (args, env, said) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/publish.ts", ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  expect({ status, stderr, stdout }).toEqual({ status: 2, stderr: said, stdout: "" });
});
