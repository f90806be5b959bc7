import { expect, test } from "vitest";
import { findService, getServices } from "./services.ts";
import { temporaryContent } from "./temporary-content.ts";

const root = () =>
  temporaryContent({
    "en/services/cloud.md": service("Cloud", 10),
    "en/services/help-desk.mdx": service("Help desk", 2),
    "es/services/cloud.md": service("Nube", 1),
  });

test("services come in the order of their front matter, each language its own", () => {
  const content = root();
  expect(getServices("en", content).map(({ slug }) => slug)).toEqual(["help-desk", "cloud"]);
  expect(getServices("es", content).map(({ title }) => title)).toEqual(["Nube"]);
});

test("a service is found by its file name", () => {
  const content = root();
  expect(findService("en", "cloud", content)).toEqual({
    kind: "services",
    locale: "en",
    file: "content/en/services/cloud.md",
    name: "cloud",
    slug: "cloud",
    title: "Cloud",
    metaTitle: "Cloud teams",
    description: "Who runs your systems.",
    summary: "Somebody looks after it.",
    order: 10,
  });
  expect(findService("es", "help-desk", content)).toBeUndefined();
});

test("a mistake in a service stops the list", () => {
  const content = temporaryContent({ "en/services/cloud.md": service("Cloud", 0) });
  expect(() => getServices("en", content)).toThrow(
    'content/en/services/cloud.md:6:8 order: "0" is not a whole number from 1 on',
  );
});

function service(title: string, order: number) {
  return `---
title: ${title}
metaTitle: ${title} teams
meta_description: Who runs your systems.
summary: Somebody looks after it.
order: ${order}
---
`;
}
