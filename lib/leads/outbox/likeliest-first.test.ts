import { expect, test } from "vitest";
import { likeliestFirst } from "./likeliest-first.ts";

test("whoever is held for what others did comes before what is held for itself, whenever it came", () => {
  const bots = Array.from({ length: 120 }, (_, index) => held(`bot${index}`, 3, ["under_2_seconds"], index));
  const quick = held("quick", 4, ["under_4_seconds", "form_flooded"], 200);
  const noScript = held("no script", 4, ["no_token", "form_flooded"], 201);
  const neighbour = held("neighbour", 3, ["sender_all_day"], 202);

  const names = likeliestFirst([...bots, quick, noScript, neighbour]).map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(["neighbour", "quick", "no script", "bot0"]);
});

test("of equals one of each network comes after the other, the oldest first", () => {
  const of = (name: string, sender: string | null, at: number) => ({ ...held(name, 3, [], at), sender_code: sender });
  const names = likeliestFirst([
    of("a2", "a", 2),
    of("a1", "a", 1),
    of("b1", "b", 3),
    of("x", null, 4),
    of("y", null, 5),
  ]);
  expect(names.map(({ name }) => name)).toEqual(["a1", "b1", "x", "y", "a2"]);
});

function held(name: string, spam_score: number, reasons: string[], at: number) {
  const created_at = new Date(at * 1_000).toISOString();
  return { name, spam_score, spam_reasons: JSON.stringify(reasons), sender_code: name, created_at };
}
