import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Call } from "./handler.ts";
import { leaveOtherName } from "./leave-other-name.ts";

const ours = "https://www.example.com";

test.each([
  [ours, "example.com", "/en/blog", "?a=%C3%B1", "https://www.example.com/en/blog?a=%C3%B1"],
  [ours, "example.com:8080", "/es/búsqueda", "", "https://www.example.com/es/b%C3%BAsqueda"],
  [ours, "example.com", "//evil.example/x", "", "https://www.example.com//evil.example/x"],
  ["http://example.com:3000", "www.example.com:3000", "/", "", "http://example.com:3000/"],
  [ours, "www.example.com", "/en", "", undefined],
  [ours, "evil.example", "/en", "", undefined],
  ["http://localhost:3000", "www.localhost", "/en", "", undefined],
  [ours, undefined, "/en", "", undefined],
])("of %s, what is asked for as %s %s%s is led to %s", async (siteUrl, host, path, search, location) => {
  const request = { headers: { host }, url: path + search } as IncomingMessage;
  const answer = await leaveOtherName({ request, path } as Call, { siteUrl } as PageAnswers);
  expect(answer?.headers.location).toBe(location);
  if (answer) expect(answer.status).toBe(308);
});
