import path from "node:path";
import { type ClientSectors, clientsSchema } from "./client.ts";
import { throwOnErrors } from "./content-error.ts";
import { contentRoot } from "./content-folder.ts";
import { readYamlFile } from "./read-yaml-file.ts";
import { remember } from "./remember.ts";

export function getClientSectors(root = contentRoot): ClientSectors {
  const { value, problems } = readClients(root);
  throwOnErrors(problems);
  return value ?? {};
}

export const readClients = remember(
  (root: string) => readYamlFile(root, "clients.yaml", clientsSchema),
  (root) => [path.join(/* turbopackIgnore: true */ root, "clients.yaml")],
);
