import { expect, test } from "vitest";
import { editorConfig } from "./editor-config.ts";
import type { EditorField } from "./editor-field.ts";

const settings = { repository: undefined, siteUrl: "http://localhost:3000" };
const { formats, blocks } = editorConfig("es", settings, "content");

test("an article has each key of its schema, and its text, with what it takes", () => {
  const fields = formats.find(({ name }) => name === "blog-mdx")?.fields ?? [];
  expect(
    Object.fromEntries(fields.map(({ name, widget, required }) => [name, `${widget}${required ? "*" : ""}`])),
  ).toEqual({
    ...{ metaTitle: "string*", meta_description: "text*", title: "string*", read: "string", date: "datetime*" },
    ...{ time: "string", until: "datetime", url: "string*", category: "select*", imglink: "image", imgalt: "text" },
    ...{ imgfocus: "string", imgcaption: "text", imgcredit: "string", author: "select", updated: "datetime" },
    ...{ draft: "boolean", tags: "select", hubs: "select", services: "select", body: "richtext" },
  });
});

test("a page of the menu is chosen from those that there are, and a key says what it means where it stands", () => {
  const fieldsOf = (name: string) => formats.find((format) => format.name === name)?.fields ?? [];
  const [page] = fieldsOf("menu")[0]?.fields ?? [];
  expect(page?.options).toContainEqual({ label: "contact", value: "contact" });
  const [services, , figures] = fieldsOf("home");
  expect(services).toMatchObject({ label: "Servicios", widget: "select", multiple: true });
  expect(figures?.fields?.find(({ name }) => name === "date")?.label).toBe("Día de la fuente");
});

test("what a page says of its headline and a city of its figures is not said of a block", () => {
  const ofPages = formats
    .flatMap(({ fields }) => fields)
    .flatMap(withInner)
    .filter(({ name }) => name === "title" || name === "value")
    .flatMap(({ hint }) => hint ?? []);
  const ofBlocks = blocks.flatMap(({ attributes, inner }) => [...attributes, ...(inner ? [inner] : [])]);
  const same = ofBlocks.flatMap(withInner).filter(({ hint }) => hint && ofPages.includes(hint));
  expect(same.map(({ name, label }) => `${name}: ${label}`)).toEqual([]);
  const video = blocks.find(({ name }) => name === "Video");
  expect(video?.attributes.find(({ name }) => name === "title")).toMatchObject({
    label: "Título",
    hint: "Qué es el video: las palabras de su enlace.",
  });
});

test("every field, and every one in it, has words for the person who writes", () => {
  const unnamed = [
    ...formats.flatMap(({ fields }) => fields),
    ...blocks.flatMap(({ attributes, inner }) => [...attributes, ...(inner ? [inner] : [])]),
  ]
    .flatMap(withInner)
    .filter(({ name, label }) => name === label);
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

function withInner(field: EditorField): EditorField[] {
  return [field, ...(field.fields ?? []).flatMap(withInner)];
}
