import { h } from "hastscript";
import { expect, test } from "vitest";
import { withInvitation } from "./with-invitation.ts";

const section = (title: string) => [h("h2", title), h("p", "…")];
const long = ["a", "b", "c", "d"].flatMap(section);

test("a long article has an invitation before the section in its middle, about its service", () => {
  const { children } = withInvitation({ type: "root", children: long }, "cloud");
  expect(children).toHaveLength(long.length + 1);
  expect(children[4]).toMatchObject({
    children: [{ tagName: "dc-inquiry-invitation", properties: { service: "cloud" } }],
  });
  expect(children[5]).toEqual(h("h2", "c"));
});

test.each([
  ["a short article", ["a", "b", "c"].flatMap(section)],
  ["an article with an invitation of its own", [...long, h("div", h("dc-inquiry-invitation"))]],
  ["an empty one", []],
])("%s stays as it is", (_what, children) => {
  expect(withInvitation({ type: "root", children }, "cloud").children).toEqual(children);
});
