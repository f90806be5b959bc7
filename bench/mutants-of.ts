import { parseAst } from "rolldown/parseAst";

/** A change of a program that its tests should see. */
export type Mutant = { file: string; line: number; start: number; end: number; before: string; after: string };

type Node = { type: string; start: number; end: number; [key: string]: unknown };
type Change = [of: Pick<Node, "start" | "end">, after: string];

/** Every change that we know to make of a source text, in its order. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  const program: unknown = parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }, file);
  visit(program as Node, undefined);
  return found.sort((a, b) => a.start - b.start || b.end - a.end || (a.after < b.after ? -1 : 1));

  function visit(node: Node, parent: Node | undefined) {
    if (isForTypes(node)) return;
    for (const [{ start, end }, after] of changesOf(node, parent, (each) => source.slice(each.start, each.end))) {
      const line = source.slice(0, start).split("\n").length;
      found.push({ file, line, start, end, before: source.slice(start, end), after });
    }
    for (const [key, value] of Object.entries(node)) {
      if (saysNothing(node, key)) continue;
      for (const child of [value].flat()) if (isNode(child)) visit(child, node);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** What Node strips before it runs the program; what is asserted of an expression is run. */
function isForTypes({ type, importKind, exportKind }: Node): boolean {
  if (importKind === "type" || exportKind === "type") return true;
  return type.startsWith("TS") && !["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(type);
}

/** Names: another one would be another program, or none. */
function saysNothing({ type, computed }: Node, key: string): boolean {
  if (key === "source" && /^(Import|Export)/.test(type)) return true;
  return (
    !computed &&
    ((key === "key" && /Property|Method/.test(type)) || (key === "property" && type === "MemberExpression"))
  );
}

function changesOf(node: Node, parent: Node | undefined, text: (node: Node) => string): Change[] {
  const { type } = node;
  const part = (key: string) => node[key] as Node;
  switch (type) {
    case "IfStatement":
      return [[part("test"), `!(${text(part("test"))})`], ...(node.alternate ? [] : [[node, ";"] satisfies Change])];
    case "ConditionalExpression":
      return [[part("test"), `!(${text(part("test"))})`]];
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression": {
      if (joinsTexts(node)) return [];
      return (otherOperators[`${node.operator}`] ?? []).map((operator) => [
        node,
        `${text(part("left"))} ${operator} ${text(part("right"))}`,
      ]);
    }
    case "UnaryExpression":
      return node.operator === "!" ? [[node, text(part("argument"))]] : [];
    case "Literal":
      return parent && isDirective(parent) ? [] : literalChange(node);
    case "TemplateLiteral":
      return text(node) === "``" ? [] : [[node, "``"]];
    case "ArrayExpression":
      return (node.elements as unknown[]).length > 0 ? [[node, "[]"]] : [];
    case "ArrowFunctionExpression":
      return part("body").type === "BlockStatement" ? [] : [[part("body"), "undefined"]];
    case "BlockStatement":
      return /Function/.test(parent?.type ?? "") && (node.body as unknown[]).length > 0 ? [[node, "{}"]] : [];
    case "ExpressionStatement":
      return isCall(part("expression")) ? [[node, ";"]] : [];
    case "CallExpression": {
      const callee = part("callee");
      const name = callee.type === "MemberExpression" ? text(callee.property as Node) : "";
      return narrowing.includes(name) ? [[node, text(callee.object as Node)]] : [];
    }
    default:
      return [];
  }
}

const otherOperators: Record<string, string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
};

/** Calls that a chain goes on without, as one condition of a query, an order or a limit. */
const narrowing = ["where", "orderBy", "limit", "offset", "distinct", "onConflict", "on", "$if", "$call"].concat(
  ["filter", "sort", "toSorted", "reverse", "slice", "trim", "toLowerCase", "toUpperCase", "normalize"],
  ["replace", "replaceAll", "catch", "finally", "unref"],
);

function joinsTexts({ operator, left, right }: Node): boolean {
  const isText = (node: unknown): boolean =>
    isNode(node) &&
    (node.type === "TemplateLiteral" || typeof node.value === "string" || (node.operator === "+" && joinsTexts(node)));
  return operator === "+" && (isText(left) || isText(right));
}

function isDirective({ type, directive }: Node): boolean {
  return type === "ExpressionStatement" && typeof directive === "string";
}

function isCall({ type, argument, expression, callee }: Node): boolean {
  if (type === "AwaitExpression") return isNode(argument) && isCall(argument);
  if (type === "ChainExpression") return isNode(expression) && isCall(expression);
  // Without it the class would not be one.
  return type === "CallExpression" && isNode(callee) && callee.type !== "Super";
}

function literalChange(node: Node): Change[] {
  const { value } = node;
  if (typeof value === "boolean") return [[node, `${!value}`]];
  if (typeof value === "number") return [[node, `${value + 1}`]];
  return typeof value === "string" ? [[node, value === "" ? '"changed"' : '""']] : [];
}
