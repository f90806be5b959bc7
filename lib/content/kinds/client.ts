import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { inEachLanguage, list, slug, text } from "#lib/content/source/fields.ts";
import { soundValue, yamlFileReader } from "#lib/content/source/read-yaml-file.ts";
import { question } from "#lib/question.ts";

export const clientsSchema = z.record(slug, z.strictObject({ name: inEachLanguage(text()), clients: list(text()) }));

/** Whom the company has worked with: the clients of each sector, in the order of the file. */
export type ClientSectors = z.infer<typeof clientsSchema>;

export const readClients = yamlFileReader("clients.yaml", clientsSchema);

export const getClientSectors = question("client sectors", (root = contentRoot) => soundValue(readClients(root)));
