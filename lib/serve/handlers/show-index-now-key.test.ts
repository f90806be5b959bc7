import { expect, test } from "vitest";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Call } from "./handler.ts";
import { showIndexNowKey } from "./show-index-now-key.ts";

const key = "0123456789abcdef";

test.each([
  [key, `/${key}.txt`, true],
  [key, "/0123456789.txt", false],
  [undefined, "/undefined.txt", false],
])("with the key %s, %s shows it: %s", async (indexNowKey, path, isShown) => {
  const answer = await showIndexNowKey({ path } as Call, { indexNowKey } as PageAnswers);
  expect(answer?.body).toBe(isShown ? key : undefined);
});
