import type { z } from "zod";
import type { Problem } from "./content-error.ts";
import { fileIn, readText } from "./content-folder.ts";
import { readYaml, type YamlReading } from "./read-yaml.ts";

export function readYamlFile<Value>(
  root: string,
  name: string,
  schema: z.ZodType<Value>,
): { value?: Value; problems: Problem[]; placeOf?: YamlReading<Value>["placeOf"] } {
  const file = fileIn(root, name);
  const text = readText(root, file);
  return typeof text === "string" ? readYaml(file, text, schema) : { problems: [text] };
}
