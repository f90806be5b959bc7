import { createHash } from "node:crypto";
import { ShareCard } from "#components/share-card.tsx";
import type { ShareCard as Card } from "#lib/pictures/share-card.ts";
import { type SetText, shareFonts } from "#lib/pictures/share-fonts.ts";
import { type ShareFormat, shareFormats } from "#lib/pictures/share-formats.ts";
import { titleSize } from "#lib/pictures/title-size.ts";
import { tileSvg } from "#lib/tiles/tile-svg.ts";

/** A card with its words set, for whatever draws it. */
export async function composeShareCard({ title, note, slug, picture, focus }: Card, format: ShareFormat) {
  const [titleText, noteText] = [await shareFonts("title", setTogether(title)), await shareFonts("note", note)];
  const fonts = [...titleText.fonts, ...noteText.fonts];
  const size = titleSize(titleText.text, shareFormats[format].title, titleText.widthOf);
  const tiles = `data:image/svg+xml;base64,${btoa(tileSvg(slug, shareFormats[format].panel))}`;

  /** `panel` is the address of what takes the place of the pattern. */
  const element = (panel = tiles) =>
    ShareCard({
      format,
      title: { text: titleText.text, fonts: familyOf(titleText), ...size },
      note: { text: noteText.text, fonts: familyOf(noteText) },
      panel,
    });
  const hash = createHash("sha256").update(JSON.stringify(element(picture)));
  if (focus) hash.update(JSON.stringify(focus));
  for (const { data } of fonts) hash.update(data);
  return {
    element,
    fonts,
    /** Stands for all that it shows. */
    name: hash.digest("hex").slice(0, 20),
    /** Letters that no font here has. */
    lost: [...titleText.lost, ...noteText.lost],
  };
}

/** A word of one or two letters stays with the next one: no line is left with an “of” or a “y” alone. */
function setTogether(title: string): string {
  return title
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=(?:^|[\s\u00a0])\p{L}{1,2}) /gu, "\u00a0");
}

function familyOf({ fonts }: SetText): string {
  return fonts.map(({ name }) => name).join(", ");
}
