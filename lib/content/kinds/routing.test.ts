import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { getRouting } from "./routing.ts";

const service = "---\nmetaTitle: Cloud\n---\n";

test("a site needs no rules", () => {
  expect(getRouting(temporaryContent({ "routing.yaml": "rules: []\n" }))).toEqual([]);
});

test("rules keep the order of the file", () => {
  const root = temporaryContent({
    "en/services/cloud.md": service,
    "routing.yaml":
      "rules:\n  - form: application\n    to: [d@x.test]\n  - service: Cloud\n    to: [ana@x.test]\n  - country: ca\n    language: es\n    to: [b@x.test, c@x.test]\n",
  });
  expect(getRouting(root)).toEqual([
    { form: "application", to: ["d@x.test"] },
    { service: "cloud", to: ["ana@x.test"] },
    { country: "CA", language: "es", to: ["b@x.test", "c@x.test"] },
  ]);
});

test("a rule may name a service of any language", () => {
  const root = temporaryContent({
    "es/services/nube.md": service,
    "routing.yaml": "rules:\n  - service: nube\n    to: [ana@x.test]\n",
  });
  expect(getRouting(root)).toEqual([{ service: "nube", to: ["ana@x.test"] }]);
});

test.each([
  [
    "service: clowd\n    to: [a@x.test]",
    '2:14 rules.0.service: unknown service "clowd"; did you mean cloud? known: cloud',
  ],
  [
    "form: applications\n    to: [a@x.test]",
    '2:11 rules.0.form: unknown form "applications"; did you mean application? known: contact, inquiry, newsletter, reply, application',
  ],
  ["country: XX\n    to: [a@x.test]", "2:14 rules.0.country: is no country; write its two letters, like CO or CA"],
  ["language: fr\n    to: [a@x.test]", "2:15 rules.0.language: is one of en, es"],
  ["country: CA\n    to: [ana]", "3:10 rules.0.to.0: write an address like sales@company.com"],
  ["country: CA", '2:5 rules.0.to: is missing; add a line "to: …"'],
  ["country: CA\n    to: []", "3:9 rules.0.to: names nobody; write at least one address"],
  [
    "country: CA\n    to: [a@x.test]\n  - country: CA\n    language: en\n    to: [b@x.test]",
    "4:5 rules.1: never decides: rule 1 of this file fits all that it fits; move it above that one",
  ],
  ["country: CA\n    to: [a@x.test, A@x.test]", "3:9 rules.0.to: names an address twice; remove one of them"],
  ["to: [a@x.test]", "2:5 rules.0: fits every lead; name a form, a service"],
])("%j is refused where it stands", (rule, problem) => {
  const root = temporaryContent({ "en/services/cloud.md": service, "routing.yaml": `rules:\n  - ${rule}\n` });
  expect(() => getRouting(root)).toThrow(`content/routing.yaml:${problem}`);
});
