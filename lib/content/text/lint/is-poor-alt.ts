import path from "node:path";

const kind =
  "image|imagen|picture|photo(?:graph)?|foto(?:grafía)?|screenshot|captura(?: de pantalla)?|graphic|gráfico|illustration|ilustración|logo|icon|img|pic";
const kindAlone = new RegExp(String.raw`^(?:an?|the|una?|el|la)?\s*(?:${kind})[\s\d.:_()-]*$`, "iu");
const fileName = /^\S.*\.(?:jpe?g|png|gif|svg|webp|avif|heic|tiff?|bmp)$/i;
// As cameras, telephones and systems name them: IMG_2031, DSC00012, WhatsApp Image 2026-01-02 at 10.11.12.
const ofCamera =
  /^(?:(?:IMG|DSC[NF]?|PXL|MVIMG|P)[\s_-]?\d{3,}|(?:screenshot|screen shot|captura de pantalla|whatsapp image)[\s_-]+\d{4})/i;

/** Whether words say nothing of what a picture shows: the name of a file, or that it is one. */
export function isPoorAlt(alt: string, file: string): boolean {
  const words = alt.trim();
  const { name } = path.parse(file);
  const isName = words === name && /[_\d]|-.*-/.test(name);
  return isName || [kindAlone, fileName, ofCamera].some((pattern) => pattern.test(words));
}
