import path from "node:path";
import { z } from "zod";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { inEachLanguage, list, slug, text } from "#lib/content/source/fields.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";

export const clientsSchema = z.record(slug, z.strictObject({ name: inEachLanguage(text()), clients: list(text()) }));

/** Whom the company has worked with: the clients of each sector, in the order of the file. */
export type ClientSectors = z.infer<typeof clientsSchema>;

export const getClientSectors = question("client sectors", (root = contentRoot): ClientSectors => {
  const { value, problems } = readClients(root);
  throwOnErrors(problems);
  return value ?? {};
});

export const readClients = memoize(
  (root: string) => readYamlFile(root, "clients.yaml", clientsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "clients.yaml")],
);
