type FormState = {
  status: "received" | "invalid" | "unavailable" | "too-many";
  values: Record<string, string>;
  errors?: Record<string, string>;
  ref?: string;
  writeTo?: string;
};

/** The state that a server action gave back, out of the rows in which React writes an answer. */
export function flightState(answer: Buffer): FormState {
  const rows = rowsOf(answer);
  const referredTo = (reference: string): unknown => {
    const [, id = ""] = /^\$@?([0-9a-f]+)$/.exec(reference) ?? [];
    const row = rows.get(id);
    if (reference === "$undefined") return undefined;
    if (reference.startsWith("$$")) return reference.slice(1);
    if (!row) throw new Error(`The answer has no row for ${reference}`);
    return row.isText ? row.text : parsed(row.text);
  };
  const parsed = (json: string) =>
    JSON.parse(json, (_name, value) =>
      typeof value === "string" && value.startsWith("$") ? referredTo(value) : value,
    );
  return parsed(rows.get("0")?.text ?? "").a;
}

/** A row is `id:` and JSON up to the end of the line; of a long text `id:T`, its bytes in hex, a comma, and the text. */
function rowsOf(answer: Buffer) {
  const rows = new Map<string, { isText: boolean; text: string }>();
  for (let at = 0; at < answer.length; ) {
    const colon = answer.indexOf(":", at);
    const isText = answer.toString("latin1", colon + 1, colon + 2) === "T";
    const start = isText ? answer.indexOf(",", colon) + 1 : colon + 1;
    const end = isText
      ? start + Number.parseInt(answer.toString("latin1", colon + 2, start - 1), 16)
      : answer.indexOf("\n", start);
    rows.set(answer.toString("latin1", at, colon), { isText, text: answer.toString("utf8", start, end) });
    at = isText ? end : end + 1;
  }
  return rows;
}
