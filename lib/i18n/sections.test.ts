import { expect, test } from "vitest";
import { sections } from "./sections.ts";

test("an address without a language may begin with every section that stands, and with no other", () => {
  expect([...sections].sort()).toEqual(
    [
      ...["about", "application", "blog", "canada", "careers", "contact", "hours", "hubs", "industries", "inquiry"],
      ...["newsletter", "privacy", "projects", "reply", "search", "services", "vendor"],
    ].sort(),
  );
});
