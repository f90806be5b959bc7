import { readFileSync } from "node:fs";
import path from "node:path";
import { ImageResponse } from "next/og";
import { tileSvg } from "#lib/tiles/tile-svg.ts";
import { titleBox, titleLines, titleSize } from "./title-size.ts";

export const shareCardSize = { width: 1200, height: 630 };

const gold = "#FFC72C";
const ink = "#111512";
const tiles = { columns: 4, rows: 7 };

type ShareCard = {
  /** Of the page: its pattern is the one that the page shows. */
  slug: string;
  title: string;
  /** One line at the foot. */
  note: string;
};

/** The picture of a page in messages and on social platforms. */
export function shareCard({ slug, title, note }: ShareCard): ImageResponse {
  const size = titleSize(title);
  return new ImageResponse(
    <div style={{ display: "flex", width: "100%", height: "100%", background: gold, color: ink }}>
      <div style={{ display: "flex", flexDirection: "column", width: 840, padding: "56px 0 50px 62px" }}>
        <div style={{ display: "flex", alignItems: "center", gap: 12, height: 34 }}>
          <Mark />
          <span style={{ fontFamily: "Archivo Wide", fontSize: 28, letterSpacing: -0.5 }}>DreamCode</span>
        </div>
        <div style={{ display: "flex", flexGrow: 1, alignItems: "center" }}>
          <div
            style={{
              display: "block",
              width: titleBox.width,
              fontFamily: "Archivo Wide",
              fontSize: size,
              lineHeight: 1,
              letterSpacing: "-0.02em",
              wordBreak: "break-word",
              lineClamp: titleLines(size),
            }}
          >
            {title}
          </div>
        </div>
        <div style={{ display: "block", width: titleBox.width, fontSize: 24, lineClamp: 1 }}>{note}</div>
      </div>
      <div style={{ width: 360, height: 630, backgroundImage: patternOf(slug), backgroundSize: "360px 630px" }} />
    </div>,
    {
      ...shareCardSize,
      fonts: [
        { name: "Archivo", data: readFont("archivo-600.woff"), weight: 600 },
        { name: "Archivo Wide", data: readFont("archivo-wide-800.woff"), weight: 800 },
      ],
    },
  );
}

function Mark() {
  return (
    <svg viewBox="6 0 18 20" width="25" height="28" aria-hidden="true">
      <path d="M6 0h18v20h-6v-5h-5v-6H6z" fill={ink} />
      <circle cx="18" cy="6" r="3.2" fill={gold} />
    </svg>
  );
}

function patternOf(slug: string): string {
  const svg = tileSvg(slug, tiles);
  return `url(data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")})`;
}

function readFont(file: string): Buffer {
  return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "og", "fonts", file));
}
