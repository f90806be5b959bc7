import { brand } from "#lib/brand.ts";
import { brandSvg } from "#lib/brand-svg.ts";
import { type ShareFormat, shareFormats } from "#lib/pictures/share-formats.ts";

type ShareCardProps = {
  format: ShareFormat;
  title: { text: string; fonts: string; size: number; isCut: boolean };
  note: { text: string; fonts: string };
  /** The address of what fills the panel. */
  panel: string;
};

const { gold, ink } = brand;
const mark = `data:image/svg+xml;base64,${btoa(brandSvg())}`;
const at = { display: "flex", position: "absolute" } as const;

/** The picture of a page for messages and social platforms, in the CSS that satori knows. */
export function ShareCard({ format, title, note, panel }: ShareCardProps) {
  const { size, logo, ...place } = shareFormats[format];
  const { columns: _columns, rows: _rows, ...panelPlace } = place.panel;
  return (
    <div style={{ display: "flex", ...size, backgroundColor: gold, color: ink, lineHeight: 1 }}>
      <div style={{ ...at, ...panelPlace, backgroundImage: `url(${panel})`, backgroundSize: "100% 100%" }} />
      <div
        style={{
          ...at,
          left: logo.left - 6 * logo.scale,
          top: logo.top,
          width: 24 * logo.scale,
          height: 24 * logo.scale,
          backgroundImage: `url(${mark})`,
          backgroundSize: "100% 100%",
        }}
      />
      <div
        style={{
          ...at,
          left: logo.left + 27 * logo.scale,
          top: logo.top + 0.8 * logo.scale,
          fontFamily: "title",
          fontSize: 20 * logo.scale,
        }}
      >
        {brand.name}
      </div>
      <div style={{ ...at, ...place.title, alignItems: "center" }}>
        <div
          style={{
            display: "block",
            width: place.title.width,
            fontFamily: title.fonts,
            fontSize: title.size,
            letterSpacing: -0.02 * title.size,
            // Together they cut words that would have fitted (satori 0.33.5).
            ...(title.isCut
              ? { wordBreak: "break-word", lineClamp: Math.floor(place.title.height / title.size) }
              : { textWrap: "balance" }),
          }}
        >
          {title.text}
        </div>
      </div>
      <div style={{ ...at, ...place.note, display: "block", fontFamily: note.fonts, lineClamp: 1 }}>{note.text}</div>
    </div>
  );
}
