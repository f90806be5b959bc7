import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Frame } from "#app/frame.tsx";
import { Markdown } from "#components/content/markdown.tsx";
import { Replies } from "#components/content/replies.tsx";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "#lib/content/text/body.ts";
import { getMessages } from "#lib/i18n/messages.ts";

test("no heading takes an id of what stands around the text, whatever the heading is called", () => {
  const around = idsOf(page(null));
  expect(around).toContain("page_content");

  const root = temporaryContent({
    "en/blog/a.mdx": post(
      {},
      [...around, ...around].map((id) => `\n## ${id}\n`).join("") +
        "\n## 🚀\n\nx[^1]\n\n<NewsletterSignUp />\n\n[^1]: y\n",
    ),
  });
  const { tree } = readBody({ file: "content/en/blog/a.mdx", locale: "en" }, root);
  const ids = idsOf(
    page(
      <Markdown
        tree={tree}
        locale="en"
        siteUrl="https://dreamcode.test"
        text={getMessages("en")}
        findPicture={() => undefined}
        clients={null}
        stepFor={() => ({ href: "/en/inquiry", label: "Ask" })}
      />,
    ),
  );
  expect(ids).not.toContain("");
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
});

function page(text: ReactNode) {
  return renderToStaticMarkup(
    <Frame locale="en" alternates={{ en: "/en", es: "/es" }}>
      {text}
      <Replies article={{ locale: "en", slug: "a" }} replies={[]} text={getMessages("en").replies} />
    </Frame>,
  );
}

function idsOf(html: string) {
  return Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id = ""]) => id);
}
