import path from "node:path";
import { throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { type ClientSectors, clientsSchema } from "./client.ts";

export function getClientSectors(root = contentRoot): ClientSectors {
  const { value, problems } = readClients(root);
  throwOnErrors(problems);
  return value ?? {};
}

export const readClients = memoize(
  (root: string) => readYamlFile(root, "clients.yaml", clientsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "clients.yaml")],
);
