import { heavyTexts } from "#lib/heavy-texts-for-tests.ts";

type Heavy = { path: string; init?: RequestInit };

/** What is as large as is taken, of every kind of text, for the pages that Next makes for a request. */
export const heavyRequests: [what: string, requests: () => Heavy[]][] = [
  [
    "one parameter again and again",
    () =>
      ["/en/search?q=b", "/en/hours?office=b", "/es/contact/received?ref=b", "/api/health?a", "/api/forms/token?a"].map(
        (path) => ({ path: path + "&x".repeat(7_000) }),
      ),
  ],
  ...Object.entries(heavyTexts).map(([what, textOf]): [string, () => Heavy[]] => [
    what,
    () => {
      const query = encodeURIComponent(textOf(15_000).toWellFormed()).slice(0, 15_000).replace(/%.?$/, "");
      const header = query.slice(0, 3_500);
      return [
        posted("/en/contact", "message", textOf(255_000)),
        posted("/es/inquiry", "company", textOf(255_000)),
        posted("/en/newsletter", "email", textOf(255_000)),
        { path: `/en/search?q=${query}` },
        { path: `/en/hours?office=${query}` },
        { path: `/es/contact/received?ref=${query}` },
        { path: "/en/hours", init: { headers: { "user-agent": header, referer: header, "next-url": header } } },
      ];
    },
  ]),
];

function posted(path: string, field: string, text: string): Heavy {
  const body = new FormData();
  body.set(field, text);
  return { path, init: { method: "POST", body } };
}
