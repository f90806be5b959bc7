import { type Edge, type Point, pointKey, vector } from "./edge.ts";

/** The `d` attribute of one path with all these edges, in relative commands. */
export function pathData(outline: Edge[]): string {
  let data = "";
  let pen: Point = [0, 0];
  for (const loop of loopsOf(outline)) {
    data += (data === "" ? "M" : "m") + pair(vector(pen, loop.start));
    for (const edge of loop.edges) data += command(edge);
    data += "z";
    pen = loop.start;
  }
  return data;
}

type Loop = { start: Point; edges: Edge[] };

function loopsOf(outline: Edge[]): Loop[] {
  const leaving = Map.groupBy(outline, ({ from }) => pointKey(from));
  // Where several loops meet in a point, none may take the edge that another one needs to run straight on: a lap that
  // is cut in two would taper to nothing there.
  const continued = new Set(
    outline.flatMap((edge) => (leaving.get(pointKey(edge.to)) ?? []).filter((next) => runsOn(edge, next))),
  );

  const loops: Loop[] = [];
  for (const first of [...outline.filter((edge) => !continued.has(edge)), ...continued]) {
    const edges: Edge[] = [];
    let next = take(leaving, first.from, (edge) => edge === first);
    while (next) {
      const last = next;
      edges.push(last);
      next =
        take(leaving, last.to, (edge) => runsOn(last, edge)) ?? take(leaving, last.to, (edge) => !continued.has(edge));
    }
    if (edges.length > 0) loops.push(joined(edges));
  }
  return loops;
}

function take(leaving: Map<number, Edge[]>, point: Point, isWanted: (edge: Edge) => boolean): Edge | undefined {
  const edges = leaving.get(pointKey(point)) ?? [];
  const index = edges.findIndex(isWanted);
  return index < 0 ? undefined : edges.splice(index, 1)[0];
}

/** Pieces of one line or one circle become one edge. The loop begins at a corner, and `z` draws its last line. */
function joined(edges: Edge[]): Loop {
  const corner = edges.findIndex((edge, index) => !runsOn(edges.at(index - 1) ?? edge, edge));
  const run: Edge[] = [];
  for (const edge of [...edges.slice(corner), ...edges.slice(0, corner)]) {
    const last = run.at(-1);
    if (last && runsOn(last, edge))
      run.splice(-1, 1, { ...last, to: edge.to, quarters: last.quarters + edge.quarters });
    else run.push(edge);
  }

  const start = run[0]?.from ?? [0, 0];
  const last = run.at(-1);
  return { start, edges: last && last.radius === 0 && !last.isLapped ? run.slice(0, -1) : run };
}

function runsOn(before: Edge, after: Edge): boolean {
  if (before.radius !== after.radius || before.isLapped !== after.isLapped) return false;
  // More than half a circle would need the arc's large flag, a whole one cannot be said at all.
  if (before.radius !== 0)
    return pointKey(before.centre) === pointKey(after.centre) && before.quarters + after.quarters <= 2;

  const [ax, ay] = vector(before.from, before.to);
  const [bx, by] = vector(after.from, after.to);
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}

function command({ from, to, radius, isLapped }: Edge): string {
  const [dx, dy] = vector(from, to);
  if (radius !== 0) return `a${Math.abs(radius)} ${Math.abs(radius)} 0 0 ${radius > 0 ? 1 : 0} ${pair([dx, dy])}`;
  if (isLapped) return lap([dx, dy]);
  if (dy === 0) return `h${dx}`;
  if (dx === 0) return `v${dy}`;
  return `l${pair([dx, dy])}`;
}

// Up to 3 units deep. The ends taper at half the angle of the sharpest corner in any motif, so no lap sticks out.
function lap([dx, dy]: Point): string {
  const length = Math.abs(dx + dy);
  const [alongX, alongY] = [dx / length, dy / length];
  const inset = Math.min(6, length / 3);
  const depth = inset / 2;
  const flat = length - 2 * inset;

  const out = pair([alongX * inset + alongY * depth, alongY * inset - alongX * depth]);
  const back = pair([alongX * inset - alongY * depth, alongY * inset + alongX * depth]);
  return `l${out} ${pair([alongX * flat, alongY * flat])} ${back}`;
}

function pair([x, y]: Point): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
