import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The words of the third language that the journey looks for; all others stay as they are in Spanish. */
export const portuguese = {
  languageName: "Português",
  receipt: "Recebemos sua mensagem",
  required: "Escreva seu nome",
};

/** A copy of the project speaks Portuguese as well, by the list in docs/how-to-add.md. First the list of languages alone. */
export function nameLanguage(folder: string) {
  edit(folder, "lib/i18n/locales.ts", [
    [`["en", "es"]`, `["en", "es", "pt"]`],
    [`es: "es-CO" }`, `es: "es-CO", pt: "pt-BR" }`],
  ]);
}

export function fillInLanguage(folder: string) {
  edit(folder, "lib/i18n/messages.ts", [
    ["{ en, es }", "{ en, es, pt }"],
    [`import type { Locale }`, `import { messages as pt } from "#content/pt/messages.ts";\nimport type { Locale }`],
  ]);
  edit(folder, "lib/i18n/mail-text.ts", [
    ["{ en, es }", "{ en, es, pt }"],
    [`import type { Locale }`, `import { mail as pt } from "#content/pt/mail.ts";\nimport type { Locale }`],
  ]);
  for (const places of ["cities", "regions"])
    edit(folder, `lib/hours/${places}.ts`, [[/\{ en, es \}/g, "{ en, es, pt: en }"]]);
  edit(folder, "lib/search/search-words.ts", [
    [/^ {2}es: (\(plain.*)$/m, "$&\n  pt: $1"],
    [/^ {2}es: ("[\s\S]*?\n {2}\)),/m, "$&\n  pt: $1,"],
  ]);
  edit(folder, "content/broken.ts", [[/^ {2}es: (\{[\s\S]*?^ {2}\}),/m, "$&\n  pt: $1,"]]);
  for (const name of ["categories", "tags", "clients", "site", "home", "menu"]) {
    edit(folder, `content/${name}.yaml`, [
      [/^( +)es: (.*)$/gm, "$&\n$1pt: $2"],
      [/, es: ([^}]*?) \}/g, ", es: $1, pt: $1 }"],
    ]);
  }
  for (const file of globSync("content/authors/*.yaml", { cwd: folder })) {
    edit(folder, file, [[/^( +)es: (.*)$/gm, "$&\n$1pt: $2"]]);
  }
  cpSync(join(folder, "content/es"), join(folder, "content/pt"), { recursive: true });
  for (const file of globSync("content/pt/**/*.{md,mdx,ts}", { cwd: folder })) {
    edit(folder, file, [[/(?<=["(])\/es(?=[/")])/g, "/pt"]]);
  }
  edit(folder, "content/pt/messages.ts", [
    [/languageName: "[^"]*"/, `languageName: "${portuguese.languageName}"`],
    [/name_missing: "[^"]*"/, `name_missing: "${portuguese.required}"`],
  ]);
  edit(folder, "content/pt/mail.ts", [[/contact: "[^"]*"/, `contact: "${portuguese.receipt}"`]]);
}

function edit(folder: string, file: string, changes: [string | RegExp, string][]) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    changes.reduce((edited, [from, to]) => edited.replace(from, to), text),
  );
}
