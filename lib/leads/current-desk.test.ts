import { expect, onTestFinished, test, vi } from "vitest";
import { currentDesk, setCurrentDesk } from "./current-desk.ts";
import { deskForTests } from "./desk-for-tests.ts";

test("another copy of the module, as Next bundles one, finds the same desk", async () => {
  expect(() => currentDesk()).toThrow("No lead desk in this process");
  const { desk } = await deskForTests();
  setCurrentDesk(desk);
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, Symbol.for("dreamcode.desk"));
  });

  vi.resetModules();
  const copy = await import("./current-desk.ts");

  expect(copy.currentDesk).not.toBe(currentDesk);
  expect(copy.currentDesk()).toBe(desk);
});
