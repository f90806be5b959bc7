import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import type { Service } from "./service.ts";
import { findService, getServices } from "./service.ts";

const root = () =>
  temporaryContent({
    "en/services/cloud.md": service("Cloud", 10, "services: [Help-Desk]"),
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
    ask: "Ask about the cloud",
    order: 10,
    audience: "Busy companies.",
    outcome: "Systems that answer.",
    start: "You write to us.",
    services: ["help-desk"],
    hubs: [],
  });
  expect(findService("es", "help-desk", content)).toBeUndefined();
});

test("a mistake in a service stops the list", () => {
  const content = temporaryContent({ "en/services/cloud.md": service("Cloud", 0) });
  expect(() => getServices("en", content)).toThrow(
    'content/en/services/cloud.md:6:8 order: "0" is not a whole number from 1 on',
  );
});

test.each([
  ["nobody it is for", service("Cloud", 1).replace(/\naudience.*/, ""), "1:1 audience: is missing"],
  ["nothing that is got", service("Cloud", 1).replace(/outcome: .*/, 'outcome: ""'), "8:10 outcome: is empty"],
  ["no way to start", service("Cloud", 1).replace(/\nstart.*/, ""), "1:1 start: is missing"],
  ["a hub that is not there", service("Cloud", 1, "hubs: [cali]"), '10:8 hubs.0: unknown hub "cali"; known: medellin'],
  [
    "a hub that the other language alone has",
    service("Cloud", 1, "hubs: [Bogota]"),
    '10:8 hubs.0: unknown hub "Bogota"; known: medellin; it is there in es alone, so write content/en/hubs/bogota.md first',
  ],
  [
    "a service that is not there",
    service("Cloud", 1, "services:\n  - help-desk"),
    '11:5 services.0: unknown service "help-desk"; known: cloud',
  ],
  ["itself beside it", service("Cloud", 1, "services: [cloud]"), "10:11 services: names this service itself"],
])("a service with %s is refused at its place", (_name, text, expected) => {
  const content = temporaryContent({
    "en/services/cloud.md": text,
    "es/services/cloud.md": service("Nube", 1),
    "en/hubs/medellin.md": hub,
    "es/hubs/medellin.md": hub,
    "es/hubs/bogota.md": hub,
  });
  const { errors } = checkContent(content);
  expect(errors.map(problemLine)).toEqual([expect.stringContaining(`content/en/services/cloud.md:${expected}`)]);
});

test.each(["not-sure", "several"])("a service is not called %s, which an inquiry says that names none", (name) => {
  const content = temporaryContent({
    [`en/services/${name}.md`]: service("Cloud", 1),
    [`es/services/${name}.md`]: service("Nube", 1),
  });
  expect(checkContent(content).errors.map(problemLine)).toEqual([
    `content/en/services/${name}.md:1:1 file name: stands for no service in an inquiry; rename it`,
    `content/es/services/${name}.md:1:1 file name: stands for no service in an inquiry; rename it`,
  ]);
});

test("the site's own services go with the same services and hubs in both languages", () => {
  const links = ({ slug, order, services, hubs }: Service) => ({ slug, order, services, hubs });
  expect(getServices("en").length).toBeGreaterThan(0);
  expect(getServices("es").map(links)).toEqual(getServices("en").map(links));
});

const hub = `---
title: Medellín
country: Colombia
timeZone: America/Bogota
metaTitle: Medellín
meta_description: Who works in Medellín.
summary: A district of science.
order: 1
---
`;

function service(title: string, order: number, more = "") {
  return `---
title: ${title}
metaTitle: ${title} teams
meta_description: Who runs your systems.
summary: Somebody looks after it.
order: ${order}
audience: Busy companies.
outcome: Systems that answer.
start: You write to us.
${more && `${more}\n`}ask: Ask about the cloud
---
`;
}
