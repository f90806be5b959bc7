import type { Element } from "hast";
import { visit } from "unist-util-visit";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { BodyPicture } from "./body-picture.tsx";

/** The pictures that stand in a block, two beside each other, whole; an odd last one has the row for itself. */
export function Gallery({ node, findPicture }: { node: Element; findPicture: FindPicture }) {
  const pictures: { src: string; alt: string; title?: string }[] = [];
  visit(node, { tagName: "img" }, ({ properties: { src, alt, title } }: Element) => {
    pictures.push({ src: String(src), alt: String(alt), ...(title ? { title: String(title) } : {}) });
  });
  return (
    <ul className="my-8 grid list-none! grid-cols-2 items-start gap-3 pl-0!">
      {pictures.map((picture, index) => (
        <li
          key={picture.src}
          className={`mt-0! ${index % 2 === 0 && index === pictures.length - 1 ? "col-span-2" : ""}`}
        >
          <BodyPicture {...picture} findPicture={findPicture} />
        </li>
      ))}
    </ul>
  );
}
