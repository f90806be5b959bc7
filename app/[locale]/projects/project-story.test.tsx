import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClientList } from "#components/content/client-list.tsx";
import { Markdown } from "#components/content/markdown.tsx";
import { messages } from "#content/en/messages.ts";
import { checkContent } from "#lib/content/check/check-content.ts";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { findProject, getProjects } from "#lib/content/kinds/project.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "#lib/content/text/body.ts";
import { ProjectStory } from "./project-story.tsx";

const story = `---
title: Parcels on time
client: Target
sector: retail
metaTitle: Parcels on time
meta_description: How parcels came to arrive on time.
summary: Fewer late parcels.
quote:
  text: They were on time.
  name: A client
  role: Director
  permission: by letter of 3 May, in the safe
---

## The challenge

Parcels were late.

## The work

Four people looked for the reason.

## The result

<Figures>
<Figure value="−40%" label="late parcels" source="the client’s own count" />
</Figures>
`;

const content = () =>
  temporaryContent({
    "clients.yaml": "retail: { name: { en: Retail, es: Comercio }, clients: [Target, Pycca] }\n",
    "en/projects/target.mdx": story,
    "es/projects/target.mdx": story,
  });

test("a story has its challenge, work and result, its figures with their source, and what its client said", () => {
  const root = content();
  const project = findProject("en", "target", root);
  if (!project) throw new Error("The story is there");
  const html = renderToStaticMarkup(
    <ProjectStory project={project}>
      <Markdown
        tree={readBody(project, root).tree}
        locale="en"
        siteUrl="https://dreamcode.test"
        text={messages}
        findPicture={() => undefined}
        clients={null}
        stepFor={() => ({ href: "/en/inquiry", label: "Ask" })}
      />
    </ProjectStory>,
  );

  expect(checkContent(root).errors).toEqual([]);
  expect(Array.from(html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g), ([, title]) => title)).toEqual([
    "The challenge",
    "The work",
    "The result",
  ]);
  expect(html).toMatch(/late parcels.*−40%.*Source: the client’s own count/s);
  expect(html).toMatch(/<blockquote[^>]*>They were on time\.<\/blockquote>.*A client, Director/s);
  expect(html).not.toContain("letter");
});

test("a client with a story is a link to it, and one without is a line", () => {
  const root = content();
  const html = renderToStaticMarkup(
    <ClientList locale="en" sectors={getClientSectors(root)} projects={getProjects("en", root)} />,
  );
  expect(html).toMatch(/<a href="\/en\/projects\/target"[^>]*>Target<\/a>/);
  expect(html).toContain("<li>Pycca</li>");
  expect(html.match(/<a /g)).toHaveLength(1);
});
