import type { z } from "zod";
import { throwOnErrors } from "./content-error.ts";
import { fileIn, readText } from "./content-folder.ts";
import { memoizeContent } from "./memoize-content.ts";
import { readYaml, type YamlReading } from "./read-yaml.ts";

type FileReading<Value> = Pick<YamlReading<Value>, "value" | "problems"> & Partial<YamlReading<Value>>;

export function readYamlFile<Value>(root: string, name: string, schema: z.ZodType<Value>): FileReading<Value> {
  const file = fileIn(root, name);
  const text = readText(root, file);
  return typeof text === "string" ? readYaml(file, text, schema) : { problems: [text] };
}

/** Reads a file that knows of no other. */
export function yamlFileReader<Value>(name: string, schema: z.ZodType<Value>) {
  return memoizeContent(
    (root: string) => readYamlFile(root, name, schema),
    () => [name],
  );
}

/** What a file says that has no mistakes; throws those of one that has. */
export function soundValue<Value>({ value, problems }: FileReading<Value>): Value {
  throwOnErrors(problems);
  if (value === undefined) throw new Error("a file gave neither a value nor a problem");
  return value;
}
