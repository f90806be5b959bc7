import { runNpm } from "./support/run-npm.ts";
import { expect, test } from "./support/test.ts";

test("a start names the command that looks whether all is well, until somebody has run it beside the site", async ({
  openSite,
}) => {
  const site = await openSite();
  expect(site.log()).toContain("Nobody has looked yet whether all is well here: npm run doctor");

  const { hostname, port } = new URL(site.url);
  const settings = { SITE_URL: site.url, HOST: hostname, PORT: port, DATA_DIR: site.dataDir };
  const doctor = runNpm("doctor", ".", settings);
  await doctor.ended;
  expect(doctor.log()).toMatch(new RegExp(`^ok +SITE_URL +the site answers at ${site.url}$`, "m"));
  expect(doctor.log()).toMatch(/^ok +store /m);
  expect(doctor.log()).toMatch(/^ok +proxy /m);

  await site.stop();
  await site.restart();
  expect(site.log()).not.toContain("npm run doctor");
});
