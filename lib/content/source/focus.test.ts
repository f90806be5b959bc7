import { expect, test } from "vitest";
import { focus } from "./focus.ts";

test.each([
  ["left top", 0, 0],
  ["top left", 0, 0],
  ["Right", 100, 50],
  ["bottom", 50, 100],
  ["center", 50, 50],
  ["center right", 100, 50],
  ["top center", 50, 0],
  ["30% 20%", 30, 20],
  ["33%, 68%", 35, 70],
  ["20% top", 20, 0],
  ["top 20%", 20, 0],
  ["0%", 0, 50],
])("%s is %i %% from the left and %i %% from the top", (written, x, y) => {
  expect(focus.parse(written)).toEqual({ x, y });
});

test.each(["middle", "left right", "top bottom", "30 20", "120% 10%", "left top right", "constructor"])(
  "%s is no place, and is answered with how to write one",
  (written) => {
    expect(focus.safeParse(written).error?.issues[0]?.message).toBe(
      `cannot read "${written}" as a place in the picture; write it like left top, right, or 30% 20%`,
    );
  },
);
