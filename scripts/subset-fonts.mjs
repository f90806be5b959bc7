// Makes app/fonts/*.woff2 from the fontsource packages: `node scripts/subset-fonts.mjs`, after changing either.
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

// English, Spanish, and the signs that the pages set in these faces. Other names fall back to the system's face.
const letters = "áéíóúüñÁÉÍÓÚÜÑàâçèêëîïôöãõÀÂÇÈÊËÎÏÔÖÃÕ";
const signs = "¿¡«»“”‘’–—−…·•×°ºª€£©®™←→↑↓↗✓§¶½%‰\u00a0\u2009\u202f";
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

await subset("@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2", "archivo", {
  wght: { min: 400, max: 800 },
  wdth: { min: 100, max: 125 },
});
await subset("@fontsource-variable/manuale/files/manuale-latin-wght-normal.woff2", "manuale", {
  wght: { min: 400, max: 700 },
});

async function subset(source, name, variationAxes) {
  const font = readFileSync(new URL(import.meta.resolve(source)));
  const small = await subsetFont(font, ascii + letters + signs, { targetFormat: "woff2", variationAxes });
  writeFileSync(`app/fonts/${name}.woff2`, small);
  console.log(`app/fonts/${name}.woff2: ${font.length} -> ${small.length} bytes`);
}
