import { request } from "node:http";
import { expect, test } from "vitest";
import { heavyTexts } from "#lib/heavy-texts-for-tests.ts";
import { setCurrentDesk } from "#lib/leads/current-desk.ts";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import { decoyField } from "#lib/leads/form/decoy-field.ts";
import { formFields } from "#lib/leads/form/fields.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import { frontForTests } from "./front-for-tests.ts";

// The most that is taken of each: more is refused before anybody looks at it.
const ofForm = 255_000;
const ofHeaders = 15_000;

const hidden = ["token", "key", "from", "locale", decoyField, "unknown"];
const headers =
  "accept accept-encoding accept-language content-type cookie expect host if-none-match next-action next-url origin referer rsc sec-fetch-site user-agent x-forwarded-for".split(
    " ",
  );
const queries = "q office service article ref zone from landing utm_source utm_term gclid unknown".split(" ");

test.each(Object.entries(heavyTexts))(
  "while a form, a header, a query or a path is full of %s, a reader beside it is answered within 250 ms",
  async (_what, textOf) => {
    setCurrentDesk((await deskForTests()).desk);
    const { ask, url } = await frontForTests();
    await ask("/en/blog");

    const posts = formNames.flatMap((form) =>
      [...formFields[form], ...hidden].map((field) => {
        const body = new FormData();
        for (const [name, value] of Object.entries({ email: "ana@company.com", [field]: textOf(ofForm) })) {
          body.set(name, value);
        }
        return () => ask(`/api/forms/${form}`, { method: "POST", body, headers: { accept: "application/json" } });
      }),
    );
    const inHeader = latin1(textOf(ofHeaders));
    const inAddress = encodeURIComponent(textOf(ofHeaders).toWellFormed()).slice(0, ofHeaders).replace(/%.?$/, "");
    const gets = [
      ...headers.map((name) => () => rawGet(url, "/es/blog/Some-Post", { [name]: inHeader })),
      () => rawGet(url, "/", { "accept-language": inHeader }),
      ...queries.map((name) => () => rawGet(url, `/en/inquiry?${name}=${inAddress}`)),
      () => rawGet(url, `/es/reply?article=${inAddress}`),
      () => rawGet(url, `/en/hours?office=${inAddress}`),
      () => rawGet(url, `/blog/x?utm_source=${inAddress}`),
      ...["/", "/en/", "/blog/", "/en/blog/", "/api/forms/", "/_next/static/"].map(
        (start) => () => rawGet(url, start + inAddress),
      ),
    ];

    for (const send of [...posts, ...gets]) {
      const before = process.threadCpuUsage();
      const start = performance.now();
      const sent = send();
      await ask("/en/blog");
      const waited = performance.now() - start;
      await sent;
      const { user, system } = process.threadCpuUsage(before);
      // What the reader waited for. On a busy machine it waits for others, too: what was computed in the meantime counts.
      expect(Math.min(waited, (user + system) / 1_000)).toBeLessThan(250);
    }
  },
  120_000,
);

/** Header values are bytes: what is none, or ends a line, cannot be sent. */
function latin1(text: string): string {
  return Buffer.from(text.toWellFormed())
    .toString("latin1")
    .replace(/(?!\t)\p{Cc}/gu, "")
    .slice(0, ofHeaders);
}

/** The status, also where fetch would not send such a header; undefined where the connection was cut. */
function rawGet(url: string, path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sent = request(url, { path: path.replaceAll(" ", "%20"), headers: { connection: "close", ...headers } });
    sent.on("response", (answer) => answer.resume().on("close", () => resolve(answer.statusCode)));
    sent.on("error", () => resolve(undefined));
    sent.end();
  });
}
