import { expect, test, vi } from "vitest";
import { writeIfAllowed } from "./write-if-allowed.ts";

test.each(["EACCES", "EPERM", "EROFS"])("%s is said in one line, and stops nothing", (code) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  writeIfAllowed(() => fail(code));
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\/srv\/site cannot be written, [^\n]+$/)]]);
});

test("anything else is thrown", () => {
  expect(() => writeIfAllowed(() => fail("ENOSPC"))).toThrow("ENOSPC");
});

function fail(code: string) {
  throw Object.assign(new Error(code), { code, path: "/srv/site" });
}
