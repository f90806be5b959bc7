import { isMap, isNode, isScalar } from "yaml";
import { z } from "zod";
import type { Problem } from "./content-error.ts";
import { foreignKey } from "./foreign-keys.ts";
import { nearest } from "./nearest.ts";
import { type Place, parseYaml } from "./parse-yaml.ts";

/** `written` is what stands in the file, `value` what the schema made of it, if it could; to be used only without problems. */
export type YamlReading<Value> = {
  value?: Value;
  written: unknown;
  problems: Problem[];
  placeOf: (...path: PropertyKey[]) => Place;
};

type Path = readonly PropertyKey[];

export function readYaml<Value>(file: string, text: string, schema: z.ZodType<Value>): YamlReading<Value> {
  const shape: Record<string, z.core.$ZodType> = schema instanceof z.ZodObject ? schema.shape : {};
  // What takes a list says of this one that its item is empty.
  const takesList = (key: string) => {
    const form = shape[key];
    return form && z.safeParse(form, [""]).error?.issues.every(({ path }) => path.length > 0);
  };
  const { document, placeAt, faults } = parseYaml(text, takesList);
  const written: unknown = document.toJS() ?? {};
  const whole = file.endsWith(".yaml") ? "file" : "front matter";
  const knownKeys = Object.keys(shape);
  const faultyKeys = faults.map((fault) => fault.key);

  const problems = faults.map(({ key = whole, message, ...place }) => problem(place, key, message));
  const checked = schema.safeParse(written);
  const issues = (checked.error?.issues ?? []).filter(({ path }) => !faultyKeys.some((key) => key && key === path[0]));

  const meant = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) =>
          issue.path.length > 0
            ? nearest(key, lackingIn(issue.path))
            : (foreignKey(key, Reflect.get(Object(written), key), knownKeys)?.key ?? nearest(key, knownKeys)),
        )
      : [],
  );
  const reported = new Set<string>();

  for (const issue of issues) {
    const { path } = issue;
    const field = path.join(".");
    const name = String(path.at(-1));

    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const message = path.length > 0 ? unknownInGroup(key, path) : unknownKey(key, written, knownKeys);
        problems.push(problem(placeOfKey(path, key), [...path, key].join("."), message));
      }
    } else if (issue.code === "invalid_key") {
      problems.push(problem(placeOfKey(path.slice(0, -1), name), field, issue.issues[0]?.message ?? issue.message));
    } else if (path.length === 0) {
      problems.push(problem(placeOf(path), whole, 'must be lines of the form "key: value"'));
    } else if (document.hasIn(path)) {
      if (!reported.has(field)) problems.push(problem(placeOf(path), field, messageOf(issue)));
      reported.add(field);
    } else if (!meant.includes(name) && !faultyKeys.includes(undefined)) {
      const place = path.length > 1 ? placeOf(path.slice(0, -1)) : { line: 1, column: 1 };
      problems.push(problem(place, field, `is missing; add a line "${name}: …"`));
    }
  }

  return {
    value: checked.data,
    written,
    problems,
    placeOf: (...path) => placeOf(path),
  };

  function unknownInGroup(key: string, path: Path): string {
    const group = document.getIn(path, true);
    // { en: 6,100 } is en: 6, and a key 100 without a value.
    if (isMap(group) && group.flow && !document.getIn([...path, key]))
      return "a comma ends a value between { and }; put the value that has one in quotes";
    const meant = nearest(key, lackingIn(path));
    return meant ? `unknown key, did you mean ${meant}?` : "unknown key; remove it";
  }

  /** Of a group of lines the keys that it has to have, and has not. */
  function lackingIn(group: Path): string[] {
    const inside = issues.filter(({ path }) => path.length === group.length + 1 && !document.hasIn(path));
    return inside
      .filter(({ path }) => group.every((name, index) => path[index] === name))
      .map(({ path }) => String(path.at(-1)));
  }

  function problem({ line, column }: Place, field: string, message: string): Problem {
    return { severity: "error", file, line, column, field, message };
  }

  function placeOf(path: Path) {
    return placeOfNode(document.getIn(path, true));
  }

  function placeOfKey(parent: Path, key: string) {
    const map = document.getIn(parent, true);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return placeOfNode(pair?.key);
  }

  function placeOfNode(node: unknown): Place {
    return isNode(node) && node.range ? placeAt(node.range[0]) : { line: 1, column: 1 };
  }
}

/** zod names what it expected in words of its own; the schemas say it for all that is not a group of lines. */
function messageOf(issue: z.core.$ZodIssue) {
  if (!issue.message.startsWith("Invalid input")) return issue.message;
  return 'must be lines of the form "key: value" below it, each further to the right';
}

function unknownKey(key: string, written: unknown, known: string[]) {
  const foreign = foreignKey(key, Reflect.get(Object(written), key), known);
  if (foreign && Object.hasOwn(Object(written), foreign.key))
    return `unknown key; ${foreign.key} says it here, so remove this one`;
  if (foreign?.line) return `unknown key, did you mean ${foreign.key}? write the line as ${foreign.line}`;
  // What is there already is not what was meant.
  const lacking = known.filter((each) => !Object.hasOwn(Object(written), each));
  const meant = foreign?.key ?? nearest(key, lacking);
  if (meant) return `unknown key, did you mean ${meant}?`;
  return lacking.length > 0 ? `unknown key; remove it, or use one of: ${lacking.join(", ")}` : "unknown key; remove it";
}
