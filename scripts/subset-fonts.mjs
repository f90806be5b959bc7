// Makes app/fonts/*.woff2 and lib/pictures/fonts/*.woff from the fontsource packages: `node scripts/subset-fonts.mjs`, after
// changing either.
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

// English, Spanish, and the signs that the pages set in these faces. Other names fall back to the system's face.
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const letters = `${ascii}áéíóúüñÁÉÍÓÚÜÑàâçèêëîïôöãõ¿¡«»“”‘’–—−…·×°ºª\u00a0\u2009\u202f`;

const archivo = "@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2";
const manuale = "@fontsource-variable/manuale/files/manuale-latin-wght-normal.woff2";

// One cut for each use: each is sent whole in the first answer of a connection (14 KB). With its axes Archivo alone was 44 KB.
await subset(archivo, "app/fonts/archivo.woff2", { wght: 400, wdth: 100 });
await subset(archivo, "app/fonts/archivo-bold.woff2", { wght: 670, wdth: 100 });
await subset(archivo, "app/fonts/archivo-wide.woff2", { wght: 780, wdth: 125 });
await subset(manuale, "app/fonts/manuale.woff2", { wght: 400 });

// What draws share images takes no woff2, and has no other face for what it lacks.
const more = `${letters}ÀÂÇÈÊËÎÏÔÖÃÕ•€£©®™←→↑↓↗✓§¶½‰`;
await subset(archivo, "lib/pictures/fonts/archivo-wide-800.woff", { wght: 800, wdth: 125 }, more);
await subset(archivo, "lib/pictures/fonts/archivo-600.woff", { wght: 600, wdth: 100 }, more);

async function subset(source, file, variationAxes, text = letters) {
  const font = readFileSync(new URL(import.meta.resolve(source)));
  const targetFormat = file.endsWith(".woff2") ? "woff2" : "woff";
  const small = await subsetFont(font, text, { targetFormat, variationAxes });
  writeFileSync(file, small);
  console.log(`${file}: ${font.length} -> ${small.length} bytes`);
}
