export type Encoding = "br" | "gzip" | "identity";

const weights = new Map<string, Encoding>();
const mostRemembered = 200;
const mostRead = 500;

/** The smallest form that a client takes, by the weights of its Accept-Encoding; `br` where it likes both the same. */
export function preferredEncoding(header = ""): Encoding {
  const read = header.slice(0, mostRead);
  const known = weights.get(read);
  if (known) return known;
  const [br, gzip] = [weight(read, "br"), weight(read, "gzip")];
  const encoding = br > 0 && br >= gzip ? "br" : gzip > 0 ? "gzip" : "identity";
  // Browsers send a few of them, over and over; whoever sends many others gains nothing.
  if (weights.size < mostRemembered) weights.set(read, encoding);
  return encoding;
}

function weight(header: string, encoding: string): number {
  const parts = header.split(",").map((part) =>
    part
      .toLowerCase()
      .split(";")
      .map((piece) => piece.trim()),
  );
  const named = parts.find(([name]) => name === encoding) ?? parts.find(([name]) => name === "*");
  if (!named) return 0;
  const q = named.find((parameter) => parameter.startsWith("q="));
  return q ? Number(q.slice(2)) || 0 : 1;
}
