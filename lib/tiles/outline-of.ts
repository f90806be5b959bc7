import { type Edge, type Point, pointKey } from "./edge.ts";

/**
 * The outline of figures that lie side by side: an edge that two of them share is taken out. Nothing is drawn along a
 * border inside one colour, so at no zoom can a hairline show there.
 */
export function outlineOf(edges: Edge[]): Edge[] {
  const arcs = edges.filter(({ radius }) => radius !== 0);
  const lines = new Map<number, Edge>();
  for (const edge of edges) {
    if (edge.radius === 0 && !lines.delete(lineKey(edge.to, edge.from))) lines.set(lineKey(edge.from, edge.to), edge);
  }
  return [...lines.values(), ...arcs];
}

/**
 * The outline of a colour that reaches under one painted later wherever the two meet. If both ended on the same line,
 * the ground would shimmer through between them.
 */
export function lappedUnder(later: Edge[], outline: Edge[]): Edge[] {
  const laterLines = new Set(later.filter(({ radius }) => radius === 0).map(({ from, to }) => lineKey(from, to)));
  return outline.map((edge) =>
    edge.radius === 0 && laterLines.has(lineKey(edge.to, edge.from)) ? { ...edge, isLapped: true } : edge,
  );
}

// Numbers rather than strings as keys make a card five times as fast.
function lineKey(from: Point, to: Point): number {
  return pointKey(from) * 2 ** 26 + pointKey(to);
}
