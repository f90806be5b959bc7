import { brand } from "./brand.ts";

/** The colors as custom properties: those that stay, and those that a page in the dark has others of. */
export function brandCss(): string {
  const { gold, ink, emerald, clay, mist, white, light, dark } = brand;
  return `/* Written by \`npm run brand\` from lib/brand.ts: change that. */
:root {
${properties({ gold, ink, emerald, clay, mist, white, ...light }, "  ")}
}

/* On paper the light ones stand. */
@media screen and (prefers-color-scheme: dark) {
  :root {
${properties(dark, "    ")}
  }
}
`;
}

function properties(colors: Record<string, string>, indent: string): string {
  return Object.entries(colors)
    .map(([name, color]) => `${indent}--${name}: ${color};`)
    .join("\n");
}
