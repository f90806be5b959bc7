import { expect, test } from "vitest";
import { nearPages } from "./near-pages.ts";

const near = nearPages(
  [
    "/en/services/cloud",
    "/en/services/cybersecurity",
    "/en/services/help-desk-and-technical-support",
    "/en/blog/hiring-help-desk-and-technical-support-in-colombia",
    "/en/blog/colombia-leader-in-tech-talent",
    "/es/services/cloud",
    "/en",
  ].map((path) => ({ path, title: path })),
);

test.each([
  ["/en/services/clod", ["/en/services/cloud"]],
  ["/es/servicios/cloud.html", ["/es/services/cloud"]],
  ["/en/cyber-security", ["/en/services/cybersecurity"]],
  [
    "/en/blog/help-desk",
    ["/en/services/help-desk-and-technical-support", "/en/blog/hiring-help-desk-and-technical-support-in-colombia"],
  ],
  ["/en/BLOG/Colombia-leader-in-tech-talents/", ["/en/blog/colombia-leader-in-tech-talent"]],
  ["/en/nope", []],
  ["/en/wp-login.php", []],
  ["/en/%ff", []],
  ["/", []],
])("%s is near to %j", (path, expected) => {
  expect(near(path, path.startsWith("/es") ? "es" : "en").map(({ path }) => path)).toEqual(expected);
});

test("an address of a million signs costs no more than one of a hundred", () => {
  const before = process.threadCpuUsage();
  near(`/en/${"cloud-".repeat(200_000)}`, "en");
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(200);
});
