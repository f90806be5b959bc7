import path from "node:path";
import { authorSchema } from "#lib/content/kinds/author.ts";
import { clientsSchema } from "#lib/content/kinds/client.ts";
import { homeSchema } from "#lib/content/kinds/home.ts";
import { menuSchema } from "#lib/content/kinds/menu.ts";
import { registry } from "#lib/content/kinds/registry.ts";
import { readCategories } from "#lib/content/settings/categories.ts";
import { homeWordsSchema } from "#lib/content/settings/home-words.ts";
import { namedSlugsSchema } from "#lib/content/settings/named-slugs.ts";
import { redirectsSchema } from "#lib/content/settings/redirects.ts";
import { siteSchema } from "#lib/content/settings/site.ts";
import { readTags } from "#lib/content/settings/tags.ts";
import { contentRoot, type Kind, kinds, listFiles } from "#lib/content/source/content-folder.ts";
import { blockForms } from "#lib/content/text/blocks.ts";
import { defaultLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import type { EditorBlock, EditorPicture } from "./browser/block-component.ts";
import { folders } from "./browser/field-values.ts";
import { type Layout, namesField } from "./browser/file-format.ts";
import type { EditorField } from "./editor-field.ts";
import { fieldsOf, inLanguages } from "./fields-of.ts";
import { instructionOf } from "./instructions.ts";
import type { Repository } from "./repository.ts";

export type EditorFormat = { name: string; extension: string; layout: Layout; fields: EditorField[] };

/** What the page of the editor is told: its own configuration, and what our script adds. */
export type EditorConfig = {
  config: object;
  formats: EditorFormat[];
  blocks: EditorBlock[];
  table: EditorField;
  picture: EditorPicture;
};

/** Made from the schemas that check the content, so that it offers what they take, in the language of whoever writes. */
export function editorConfig(
  locale: Locale,
  { repository, siteUrl }: { repository: Repository | undefined; siteUrl: string },
  root = contentRoot,
): EditorConfig {
  const labels = labelsOf(root, locale);
  const pages = kinds.flatMap((kind) => pagesOf(kind, root, locale, labels));
  const settings = settingsFiles(root, locale, labels);
  const authors = {
    format: { name: "authors", extension: "yaml", layout: "keys" as const, fields: fieldsOf(authorSchema, locale) },
    collection: {
      ...named("authors", locale),
      folder: "content/authors",
      slug: "{{name}}",
      create: true,
      format: "authors",
      fields: fieldsOf(authorSchema, locale),
    },
  };
  return {
    config: {
      load_config_file: false,
      backend: backendOf(repository, siteUrl),
      site_url: siteUrl,
      app_title: "DreamCode",
      media_folder: "content/images",
      public_folder: folders.pictures,
      media_libraries: { stock_assets: { providers: [] } },
      slug: { encoding: "ascii", clean_accents: true },
      editor: { preview: false },
      show_preview_links: false,
      i18n: { structure: "multiple_folders", locales: [...locales], default_locale: defaultLocale },
      collections: [
        ...pages.map(({ collection }) => collection),
        authors.collection,
        { ...named("settings", locale), i18n: true, files: settings.map(({ file }) => file) },
      ],
    },
    formats: [...pages, authors, ...settings].map(({ format }) => format),
    blocks: blocksOf(root, locale, labels),
    table: { name: "text", ...instructionOf("table", locale), widget: "text", i18n: true },
    picture: pictureOf(locale),
  };
}

/** Whoever works in a folder of their own machine signs in nowhere, and some repository has to be named. */
function backendOf(repository: Repository | undefined, siteUrl: string): object {
  const {
    backend = { name: "gitea", repo: "dreamcode/dreamcode-site", base_url: siteUrl, api_root: `${siteUrl}/api/v1` },
  } = repository ?? {};
  return { ...backend, auth_methods: ["token"] };
}

function named(name: string, locale: Locale) {
  return { name, label: instructionOf(name, locale).label };
}

/** A kind has a list for each ending of its files: one holds no other. */
function pagesOf(kind: Kind, root: string, locale: Locale, labels: ReadonlyMap<string, string>) {
  const files = locales.flatMap((one) => listFiles(root, one, kind).files);
  const found = new Set(files.map(({ file }) => path.extname(file).slice(1)));
  const endings = found.size > 0 ? [...found].sort().reverse() : ["mdx"];
  const { label } = instructionOf(`list of ${kind}`, locale);
  const fields = fieldsOf(registry[kind].schema(root, defaultLocale), locale, labels);
  const body: EditorField = {
    name: "body",
    label: instructionOf("body", locale).label,
    widget: "richtext",
    required: false,
    i18n: true,
    modes: ["rich_text", "raw"],
    use_emoji_autocomplete: false,
    buttons: [
      "bold",
      "italic",
      "code",
      "link",
      ...["two", "three", "four"].map((level) => `heading-${level}`),
      "bulleted-list",
      "numbered-list",
      "quote",
    ],
  };
  return endings.map((extension, index) => {
    const name = `${kind}-${extension}`;
    const components = ["Picture", "Table", ...(extension === "mdx" ? blockForms().keys() : [])];
    const all = [
      ...fields,
      { ...body, editor_components: components.filter((one) => one !== "Figure" && one !== "Fact") },
    ];
    return {
      format: { name, extension, layout: "page" as const, fields: all },
      collection: {
        name,
        label: index === 0 ? label : `${label} (.${extension})`,
        folder: `content/{{locale}}/${kind}`,
        slug: kind === "blog" ? "{{url}}" : "{{title}}",
        summary: "{{title}}",
        create: true,
        i18n: true,
        format: name,
        fields: all,
      },
    };
  });
}

function settingsFiles(root: string, locale: Locale, labels: ReadonlyMap<string, string>) {
  const languages = inLanguages(namedSlugsSchema as never, locale);
  const list = (fields: EditorField[]): EditorField[] => {
    const slug: EditorField = { name: namesField.name, ...instructionOf("slug", locale), widget: "string" };
    const { label } = instructionOf("entries", locale);
    return [
      { name: namesField.list, label, widget: "list", summary: `{{${namesField.name}}}`, fields: [slug, ...fields] },
    ];
  };
  const files: { name: string; layout: Layout; fields: EditorField[]; file?: string }[] = [
    {
      name: "home-words",
      layout: "keys",
      fields: fieldsOf(homeWordsSchema, locale, labels, "home-words"),
      file: "content/{{locale}}/home.yaml",
    },
    { name: "home", layout: "keys", fields: fieldsOf(homeSchema(root), locale, labels, "home") },
    { name: "menu", layout: "keys", fields: fieldsOf(menuSchema(root), locale, labels) },
    { name: "categories", layout: "names", fields: list(languages) },
    { name: "tags", layout: "names", fields: list(languages) },
    { name: "clients", layout: "names", fields: list(inLanguages(clientsSchema, locale)) },
    { name: "redirects", layout: "keys", fields: fieldsOf(redirectsSchema, locale) },
    { name: "site", layout: "keys", fields: fieldsOf(siteSchema, locale) },
  ];
  return files.map(({ name, layout, fields, file }) => ({
    format: { name, extension: "yaml", layout, fields },
    file: {
      ...named(name, locale),
      file: file ?? `content/${name}.yaml`,
      i18n: file !== undefined,
      format: name,
      fields,
    },
  }));
}

function pictureOf(locale: Locale): EditorPicture {
  const { label } = instructionOf("imglink", locale);
  return {
    label,
    fields: [
      { name: "src", label, widget: "image", choose_url: false, i18n: true },
      { name: "alt", ...instructionOf("imgalt", locale), widget: "string", i18n: true },
      { name: "title", ...instructionOf("imgcaption", locale), widget: "string", required: false, i18n: true },
    ],
  };
}

function blocksOf(root: string, locale: Locale, labels: ReadonlyMap<string, string>): EditorBlock[] {
  const forms = blockForms();
  const rows = new Set(Array.from(forms.values(), ({ row }) => row));
  return Array.from(forms).flatMap(([name, { required, optional, isWhole, row }]) => {
    if (rows.has(name)) return [];
    const rowForm = row && forms.get(row);
    const rowFields = row && rowForm ? attributesOf(row, rowForm) : [];
    const rowText = rowForm && !rowForm.isWhole ? textField() : undefined;
    const inner: EditorField | undefined = rowForm
      ? {
          name: "rows",
          ...instructionOf("rows", locale),
          widget: "list",
          fields: [...rowFields, ...(rowText ? [rowText] : [])],
        }
      : isWhole
        ? undefined
        : textField();
    return {
      name,
      label: name,
      attributes: attributesOf(name, { required, optional }),
      inner,
      row: row && rowForm ? { name: row, attributes: rowFields, inner: rowText } : undefined,
    };
  });

  function attributesOf(
    block: string,
    { required, optional }: { required: string[]; optional: string[] },
  ): EditorField[] {
    return [...required, ...optional].map((name) => {
      const field = { name, ...instructionOf(name, locale, block), required: required.includes(name), i18n: true };
      if (name === "poster") return { ...field, widget: "image", choose_url: false };
      if (name === "file")
        return {
          ...field,
          widget: "file",
          choose_url: false,
          media_folder: "/content/files",
          public_folder: folders.files,
        };
      if (name !== "service") return { ...field, widget: "string" };
      const services = listFiles(root, defaultLocale, "services").files.map((file) => file.name);
      return {
        ...field,
        widget: "select",
        options: services.map((value) => ({ label: labels.get(value) ?? value, value })),
      };
    });
  }

  function textField(): EditorField {
    return { name: "text", ...instructionOf("text", locale), widget: "text", i18n: true };
  }
}

/** By the name that a file uses, what readers see: of services, cities, categories, tags and authors. */
function labelsOf(root: string, locale: Locale): Map<string, string> {
  const titles = [...registry.services.read(root, locale).entries, ...registry.hubs.read(root, locale).entries].map(
    ({ slug, title }): [string, string] => [slug, title],
  );
  const names = [readCategories(root), readTags(root)].flatMap(({ value }) => Object.entries(value ?? {}));
  return new Map([...titles, ...names.map(([slug, name]): [string, string] => [slug, name[locale]])]);
}
