import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkExternal, externalLinks } from "./external-links.ts";

const place = { file: "content/en/blog/a.md", line: 9, column: 5, field: "body" };

test("an address of another site is found in texts and settings, and none of this site, of a comment, or of spam", () => {
  const file = { kind: "blog", locale: "en", file: place.file, name: "a" } as const;
  const links = ["https://x.test/a#b", "/en/blog", "http://localhost:3000/en", "mailto:a@x.test"];
  const texts = [
    { file, sign: "", problems: [], foreignIds: [], links: links.map((href) => ({ href, line: 9, column: 5 })) },
  ];
  const yaml = "# link: https://…\nfigures:\n  - link: https://y.test/b\n";
  expect(
    externalLinks(texts, [
      { file: "content/home.yaml", text: yaml },
      { file: "content/spam-examples.yaml", text: "pitches: [https://spam.test]" },
      { file: "content/en/messages.ts", text: '"https://z.test"' },
    ]),
  ).toEqual([
    { ...place, href: "https://x.test/a#b" },
    { file: "content/home.yaml", line: 3, column: 11, field: "address", href: "https://y.test/b" },
  ]);
});

test("what is gone is an error with its place, what is closed or silent a warning, and each address is asked once", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    const status = { "/well": 200, "/gone": 404, "/closed": 403 }[url ?? ""];
    if (status) response.writeHead(status).end("x");
    else response.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const paths = ["/well", "/well#part", "/gone", "/closed", "/silent"];
  const problems = await checkExternal(paths.map((path, index) => ({ ...place, line: index, href: site + path })));
  expect(problems.map(({ severity, line, message }) => [severity, line, message.replaceAll(site, "")])).toEqual([
    ["error", 2, "leads to /gone, where nothing is any more (404); correct or remove it"],
    ["warning", 3, "leads to /closed, which answers programs with 403; look at it in a browser"],
    ["warning", 4, "leads to /silent, which did not answer (UND_ERR_SOCKET); look at it in a browser"],
  ]);
  expect(asked.sort()).toEqual(["/closed", "/gone", "/silent", "/well"]);
});
