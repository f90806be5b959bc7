import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { filesNamedIn } from "./files-named-in.ts";

test.each([
  ["![Us](team.jpg)", ["team.jpg"]],
  ["![Us](../../images/team.jpg?w=300#x) and <Download file='price-list.pdf' />", ["team.jpg", "price-list.pdf"]],
  ["![Us](Foto%20equipo%20Bogot%C3%A1%20(1).jpeg)", ["Foto equipo Bogotá (1).jpeg"]],
  ["![Us](<Foto equipo Bogotá (1).jpeg>)", ["Foto equipo Bogotá (1).jpeg"]],
  ["![Us](my\\_team.png)", ["my_team.png"]],
  ["[us]: images/R&amp;D.PNG", ["R&D.PNG"]],
  ["![Us](gone.jpg), of 100% in 3.png", []],
  ["No picture. See e.g.json or .htaccess", []],
])("of %j the files are %j", (text, names) => {
  const files = ["team.jpg", "Foto equipo Bogotá (1).jpeg", "my_team.png", "R&D.PNG", "other.jpg"];
  const root = temporaryContent({
    ...Object.fromEntries(files.map((name) => [`images/${name}`, "picture"])),
    "files/price-list.pdf": "prices",
  });
  const found = filesNamedIn(text, root);
  expect(found.map((file) => (typeof file === "string" ? file : (file as { name: string }).name))).toEqual(names);
});

test("a download that was put in place of another is another one", () => {
  const [small, large] = ["a", "a longer one"].map((text) => temporaryContent({ "files/a.pdf": text }));
  expect(filesNamedIn("a.pdf", small ?? "")).not.toEqual(filesNamedIn("a.pdf", large ?? ""));
});
