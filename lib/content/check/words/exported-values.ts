import { parseAst } from "rolldown/parseAst";

export type Node = { type: string; start: number };

/** What a file of words exports under these names, as it is written. It has to be a program without mistakes. */
export function exportedValues(source: string, exported: string[]): { name: string; value: Node }[] {
  const declared = parseAst(source, { lang: "ts" }).body.flatMap((statement) =>
    statement.type === "ExportNamedDeclaration" && statement.declaration?.type === "VariableDeclaration"
      ? statement.declaration.declarations
      : [],
  );
  return declared.flatMap(({ id, init }) =>
    init && id.type === "Identifier" && exported.includes(id.name) ? [{ name: id.name, value: init }] : [],
  );
}

export type Property = { start: number; value?: Node; key?: { name?: string; value?: unknown } };

export function isObject(node: Node): node is Node & { properties: Property[] } {
  return node.type === "ObjectExpression";
}

export function isArray(node: Node): node is Node & { elements: (Node | null)[] } {
  return node.type === "ArrayExpression";
}

export function nameOf({ key }: Property): string {
  return String(key?.name ?? key?.value);
}
