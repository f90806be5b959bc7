// Makes app/fonts/*.woff2 and lib/pictures/fonts/*.woff from the fontsource packages: `node scripts/subset-fonts.mjs`, after
// changing either.
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

// English, Spanish, and the signs that the pages set in these faces. Other names fall back to the system's face.
const letters = "áéíóúüñÁÉÍÓÚÜÑàâçèêëîïôöãõÀÂÇÈÊËÎÏÔÖÃÕ";
const signs = "¿¡«»“”‘’–—−…·•×°ºª€£©®™←→↑↓↗✓§¶½%‰\u00a0\u2009\u202f";
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

const archivo = "@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2";
const manuale = "@fontsource-variable/manuale/files/manuale-latin-wght-normal.woff2";

await subset(archivo, "app/fonts/archivo.woff2", { wght: { min: 400, max: 800 }, wdth: { min: 100, max: 125 } });
await subset(manuale, "app/fonts/manuale.woff2", { wght: { min: 400, max: 700 } });

// What draws share images takes no variable woff2.
await subset(archivo, "lib/pictures/fonts/archivo-wide-800.woff", { wght: 800, wdth: 125 });
await subset(archivo, "lib/pictures/fonts/archivo-600.woff", { wght: 600, wdth: 100 });

async function subset(source, file, variationAxes) {
  const font = readFileSync(new URL(import.meta.resolve(source)));
  const targetFormat = file.endsWith(".woff2") ? "woff2" : "woff";
  const small = await subsetFont(font, ascii + letters + signs, { targetFormat, variationAxes });
  writeFileSync(file, small);
  console.log(`${file}: ${font.length} -> ${small.length} bytes`);
}
