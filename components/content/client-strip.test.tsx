import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getProjects } from "#lib/content/kinds/project.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { ClientStrip } from "./client-strip.tsx";

const told = {
  "clients.yaml": "retail:\n  name: { en: Retail, es: Comercio }\n  clients: [Target, Pycca]\n",
  "en/projects/stock.md":
    "---\ntitle: Stock that agrees\nclient: Pycca\nsector: retail\nmetaTitle: a\nmeta_description: b\nsummary: c\n---\n\nText.\n",
};

test("clients are named in their order, and lead nowhere while no story is told", () => {
  const html = stripOf(["Target", "Pycca"], []);
  expect(html).toMatch(/Target.*Pycca/);
  expect(html).not.toContain("<a");
});

test("a client whose story is told leads, and is not named twice", () => {
  const html = stripOf(["Target", "Pycca"], getProjects("en", temporaryContent(told)));
  expect(html).toMatch(/href="\/en\/projects\/stock"[^>]*>Pycca: Stock that agrees.*Target/);
  expect(html.match(/Pycca/g)).toHaveLength(1);
});

test("without clients nothing stands there, not even the title", () => {
  expect(stripOf([], getProjects("en", temporaryContent(told)))).toBe("");
});

function stripOf(clients: string[], projects: ReturnType<typeof getProjects>) {
  return renderToStaticMarkup(<ClientStrip title="Whom we know" clients={clients} projects={projects} />);
}
