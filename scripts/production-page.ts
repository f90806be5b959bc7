import { readFileSync } from "node:fs";
import { Client } from "pg";

// What the page tells operators is what is tried here, word for word.
const page = readFileSync("docs/production.md", "utf8");

export function betweenOnPage(start: string, end: string): string {
  const from = page.indexOf(start);
  if (from < 0) throw new Error(`docs/production.md has no ${start}`);
  return page.slice(from + start.length, page.indexOf(end, from + start.length));
}

/** The statements of the one box for psql that has these words, one after the other. */
export async function runOnPage(words: string, url: string): Promise<void> {
  const box = page
    .split("psql <<'END'\n")
    .find((text, index) => index > 0 && text.slice(0, text.indexOf("END\n")).includes(words));
  if (!box) throw new Error(`docs/production.md has no box for psql with ${words}`);
  const client = new Client(url);
  await client.connect();
  try {
    const statements = box
      .slice(0, box.indexOf("END\n"))
      .split(/(?<=;)\n/)
      .filter(Boolean);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
