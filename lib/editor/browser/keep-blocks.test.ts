import { expect, test } from "vitest";
import { keepBlocks } from "./keep-blocks.ts";

const before = `One.

<Questions>
<Question title="Who?">We.</Question>
</Questions>

<Callout title="A title">Text.</Callout>

<Questions>
<Question title="When?">Now.</Question>
</Questions>`;
const [first = "", second = ""] = before.match(/<Questions>[\s\S]*?<\/Questions>/g) ?? [];

test.each([
  ["the first of two", first, "<Questions></Questions>"],
  ["the second", second, "<Questions>\n\n</Questions>"],
  ["one that lost its attributes, too", '<Callout title="A title">Text.</Callout>', "<Callout></Callout>"],
])("a block that comes back with nothing inside keeps what it had: %s", (_name, block, emptied) => {
  expect(keepBlocks(before, before.replace(block, emptied).replace("One.", "Two."))).toBe(
    before.replace("One.", "Two."),
  );
});

test("one that was moved is known by what is missing", () => {
  const moved = before.replace(first, "2").replace(second, first).replace("2", second);
  expect(keepBlocks(before, moved.replace(second, "<Questions></Questions>"))).toBe(moved);
});

test("beside one that was changed it is known by its place", () => {
  const after = before.replace("We.", "You.").replace(second, "<Questions></Questions>");
  expect(keepBlocks(before, after)).toBe(before.replace("We.", "You."));
});

test("a block that is removed is gone, and one that was changed stays changed", () => {
  const after = before.replace(second, "").replace("We.", "You.");
  expect(keepBlocks(before, after)).toBe(after);
});

test("where it cannot be told which block it was, nothing is put in its place", () => {
  const after = before.replace(first, "").replace(second, "<Questions></Questions>");
  expect(keepBlocks(before, after)).toBe(after);
});
