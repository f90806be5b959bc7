import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { getReplies } from "./reply.ts";

const ana =
  "  - name: Ana María\n    date: 2 de abril de 2026\n    text: |\n      We found the same.\n\n      In Cali too: <b>yes</b>\n";
const article = { locale: "es", name: "equipos-de-soporte" } as const;

test("an article has the replies of the file that shares its name, in their order, and others have none", () => {
  const root = contentWith({
    "es/replies/equipos-de-soporte.yaml": `replies:\n${ana}  - { name: Luz, date: 2026-01-02, text: No }\n`,
  });

  expect(getReplies(article, root)).toEqual([
    { name: "Ana María", date: "2026-04-02", text: "We found the same.\n\nIn Cali too: <b>yes</b>" },
    { name: "Luz", date: "2026-01-02", text: "No" },
  ]);
  expect(getReplies({ locale: "en", name: "equipos-de-soporte" }, root)).toEqual([]);
  expect(errorsOf(root)).toEqual([]);
});

test.each([
  ["a reply without a name", "replies:\n  - { date: 2026-01-02, text: No }\n", "2:5 replies.0.name: is missing"],
  [
    "a day that does not exist",
    `replies:\n${ana.replace("2 de abril", "31 de abril")}`,
    "3:11 replies.0.date: there is no",
  ],
  ["an empty text", "replies:\n  - { name: Luz, date: 2026-01-02, text: ' ' }\n", "2:42 replies.0.text: is empty"],
  [
    "a colon",
    "replies:\n  - name: Luz\n    date: 2026-01-02\n    text: Hi: there\n",
    '4:11 replies: cannot be read as YAML; put the text in quotes: text: "Hi: there"',
  ],
  [
    "a text that is not indented",
    "replies:\n  - name: Luz\n    date: 2026-01-02\n    text: |\n    Hi there\n",
    "5:5 replies: this line belongs to no key; indent it further than the key above it",
  ],
  ["a key that is misspelt", "reply: []\n", "1:1 reply: unknown key"],
  ["a key of an address", `replies:\n${ana}    email: ana@acme.test\n`, "8:5 replies.0.email: unknown key"],
  ["a list without its key", ana.replaceAll(/^ {2}/gm, ""), "1:1 file: must be lines of the form"],
])("%s is refused with its place", (_name, yaml, problem) => {
  const errors = errorsOf(contentWith({ "es/replies/equipos-de-soporte.yaml": yaml }));
  expect(errors).toEqual([expect.stringContaining(`content/es/replies/equipos-de-soporte.yaml:${problem}`)]);
});

test("a reply of a day to come is a warning", () => {
  const root = contentWith({ "es/replies/equipos-de-soporte.yaml": `replies:\n${ana.replace("2026", "2999")}` });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/es/replies/equipos-de-soporte.yaml:3:11 date: warning: is still to come; correct it",
  ]);
});

test.each([
  ["equipos-de-soportes.yaml", "did you mean equipos-de-soporte?"],
  ["something-else.yaml", "name it like the file in blog"],
  ["equipos-de-soporte.yml", "is not read here; rename it to .yaml"],
])("the replies in %s belong to no article, which is said", (file, hint) => {
  const root = contentWith({ [`es/replies/${file}`]: `replies:\n${ana}` });
  expect(errorsOf(root)).toEqual([expect.stringMatching(new RegExp(`^content/es/replies/${file}:1:1 file name: .*`))]);
  expect(errorsOf(root)[0]).toContain(hint);
  expect(() => getReplies(article, root)).toThrow(hint);
});

function contentWith(files: Record<string, string>) {
  return temporaryContent({
    "en/blog/equipos-de-soporte.md": post(),
    "es/blog/equipos-de-soporte.md": post({ date: "2 de abril de 2025" }),
    ...files,
  });
}

function errorsOf(root: string) {
  return checkContent(root).errors.map(problemLine);
}
