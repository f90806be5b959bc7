import { createHash } from "node:crypto";
import "#lib/content/kinds/client.ts";
import "#lib/content/kinds/home.ts";
import "#lib/content/kinds/menu.ts";
import "#lib/content/kinds/reply.ts";
import "#lib/content/lists/around-article.ts";
import "#lib/content/lists/newest-articles.ts";
import "#lib/content/settings/home-words.ts";
import "#lib/content/settings/site.ts";
import "#lib/content/text/body.ts";
import "#lib/hours/coming-clock-periods.ts";
import "#lib/hours/this-month.ts";
import "#lib/hours/this-year.ts";
import "#lib/pages/static-params.ts";
import "#lib/pictures/find-share-card.ts";
import { ContentError } from "#lib/content/source/content-error.ts";
import { questions } from "#lib/question.ts";

/** What the content of this release answers to each question of its pages, as a hash of it. */
export function answerHashes(asked: Iterable<string>): Record<string, string> {
  return Object.fromEntries(Array.from(new Set(asked), (one) => [one, hashOf(answerTo(one))]));
}

function answerTo(asked: string): unknown {
  const [name, ...args]: [string, ...never[]] = JSON.parse(decodeURIComponent(asked));
  const answer = questions.get(name);
  if (!answer) throw new Error(`answer-hashes.ts imports no module with the question "${name}"`);
  try {
    return answer(...args);
  } catch (cause) {
    // The text of an entry that is gone, or has a mistake, which is said by whoever checks the content.
    if (cause instanceof ContentError) return undefined;
    throw cause;
  }
}

function hashOf(answer: unknown): string {
  const text = JSON.stringify(answer, (_key, value) => {
    if (typeof value === "function") throw new Error("a question was answered with a function, which has no hash");
    return value instanceof Map || value instanceof Set ? [...value] : value;
  });
  return createHash("sha256")
    .update(text ?? "")
    .digest("base64url")
    .slice(0, 22);
}
