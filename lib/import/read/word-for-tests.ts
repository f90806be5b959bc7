import { zipForTests } from "./zip-for-tests.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A document as Word saves it, with the paragraphs that are given, a picture `rId9`, a note 2 and lists 1 (bullets) and 2 (numbers). */
export function wordForTests(body: string, picture: Buffer, more: Record<string, string | Buffer> = {}): Buffer {
  return zipForTests({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "docProps/core.xml": `${head}<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:modified>2026-03-04T10:00:00Z</dcterms:modified></cp:coreProperties>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="rId9" Type="${office}/image" Target="media/image1.png"/><Relationship Id="rId10" Type="${office}/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></Relationships>`,
    "word/styles.xml": `${head}<w:styles ${names}>${[
      ["Ttulo", "Title"],
      ["Ttulo1", "heading 1"],
      ["Ttulo2", "heading 2"],
      ["Prrafodelista", "List Paragraph"],
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join("")}</w:styles>`,
    "word/numbering.xml": `${head}<w:numbering ${names}>${["bullet", "decimal"].map((kind, index) => `<w:abstractNum w:abstractNumId="${index}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${kind}"/></w:lvl>`).join("")}</w:abstractNum>`).join("")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footnotes.xml": `${head}<w:footnotes ${names}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> DANE, 2025: 10 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    "word/media/image1.png": picture,
    "word/document.xml": `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export function paragraph(content: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

export function styled(style: string): string {
  return `<w:pStyle w:val="${style}"/>`;
}

export function listed(list: number, level = 0): string {
  return `${styled("Prrafodelista")}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export const drawing =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Imagen 1" descr="Equipo en una sala&#10;Descripción generada automáticamente"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
