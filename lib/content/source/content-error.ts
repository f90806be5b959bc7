export type Problem = {
  severity: "error" | "warning";
  file: string;
  line: number;
  column: number;
  field: string;
  message: string;
};

/** What a marketer has to put right before the content can be shown: one line per problem. */
export class ContentError extends Error {
  override name = "ContentError";
  problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.problems = problems;
    // The fault is in a content file, so the way through our own code would only hide its name.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** An error of a file as a whole, which an editor shows at its first line. */
export function errorOfFile(file: string, field: "file" | "file name" | "picture", message: string): Problem {
  return { severity: "error", file, line: 1, column: 1, field, message };
}

export function throwOnErrors(problems: Problem[]) {
  const errors = problems.filter((problem) => problem.severity === "error").sort(byPlace);
  if (errors.length > 0) throw new ContentError(errors);
}

export function problemLine({ severity, file, line, column, field, message }: Problem) {
  return `${file}:${line}:${column} ${field}: ${severity === "warning" ? "warning: " : ""}${message}`;
}

export function byPlace(a: Problem, b: Problem) {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
