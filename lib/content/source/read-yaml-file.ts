import type { z } from "zod";
import { fileIn, readText } from "./content-folder.ts";
import { readYaml, type YamlReading } from "./read-yaml.ts";

export function readYamlFile<Value>(
  root: string,
  name: string,
  schema: z.ZodType<Value>,
): Pick<YamlReading<Value>, "value" | "problems"> & Partial<YamlReading<Value>> {
  const file = fileIn(root, name);
  const text = readText(root, file);
  return typeof text === "string" ? readYaml(file, text, schema) : { problems: [text] };
}
