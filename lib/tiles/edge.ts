export type Point = readonly [x: number, y: number];

/** One piece of an outline, with the figure on its right. */
export type Edge = {
  from: Point;
  to: Point;
  /** Positive for an arc that turns clockwise, negative for one that turns back, 0 for a straight piece. */
  radius: number;
  /** Of an arc; pieces of one circle can be joined. */
  centre: Point;
  /** How much of its circle an arc is: one or two quarters. */
  quarters: number;
  /** Reaches a little to its left, under a colour that is painted later. */
  isLapped: boolean;
};

export const tileSize = 60;

/**
 * The edges of a closed outline on one tile: `x,y` for a corner reached in a straight line, `x,y,radius` for one
 * reached along a quarter or half circle. Along the tile's sides the edges come in pieces of 3 units, so that
 * neighbours meet piece by piece.
 */
export function edgesOf(outline: string): Edge[] {
  const corners = outline.split(" ").map((corner) => corner.split(",").map(Number));

  return corners.flatMap(([x = 0, y = 0, radius = 0], index) => {
    const [fromX = 0, fromY = 0] = corners.at(index - 1) ?? [];
    return radius === 0 ? straight([fromX, fromY], [x, y]) : arc([fromX, fromY], [x, y], radius);
  });
}

function straight(from: Point, to: Point): Edge[] {
  const [dx, dy] = vector(from, to);
  const alongSide = (dx === 0 && from[0] % tileSize === 0) || (dy === 0 && from[1] % tileSize === 0);
  const pieces = alongSide ? Math.abs(dx + dy) / 3 : 1;
  const pointAt = (piece: number): Point => [from[0] + (dx * piece) / pieces, from[1] + (dy * piece) / pieces];

  return Array.from({ length: pieces }, (_, piece) => ({
    from: pointAt(piece),
    to: pointAt(piece + 1),
    radius: 0,
    centre: [0, 0],
    quarters: 0,
    isLapped: false,
  }));
}

function arc(from: Point, to: Point, radius: number): Edge {
  const [dx, dy] = vector(from, to);
  const isHalf = Math.hypot(dx, dy) === 2 * Math.abs(radius);
  const aside = isHalf ? 0 : Math.sign(radius) / 2;
  const centre: Point = [(from[0] + to[0]) / 2 - dy * aside, (from[1] + to[1]) / 2 + dx * aside];

  return { from, to, radius, centre, quarters: isHalf ? 2 : 1, isLapped: false };
}

export function vector(from: Point, to: Point): Point {
  return [to[0] - from[0], to[1] - from[1]];
}

/** One number for each whole-numbered point of patterns up to 130 tiles wide and high. */
export function pointKey([x, y]: Point): number {
  return (x + tileSize) * 2 ** 13 + y;
}

export function reversed(edge: Edge): Edge {
  return { ...edge, from: edge.to, to: edge.from, radius: -edge.radius };
}

/** The edge on a tile whose top left corner is there, after that many quarter turns clockwise. */
export function placed(edge: Edge, quarterTurns: number, [left, top]: Point): Edge {
  const place = (point: Point): Point => {
    let [x, y] = point;
    for (let turn = 0; turn < quarterTurns; turn++) [x, y] = [tileSize - y, x];
    return [left + x, top + y];
  };

  return { ...edge, from: place(edge.from), to: place(edge.to), centre: place(edge.centre) };
}
