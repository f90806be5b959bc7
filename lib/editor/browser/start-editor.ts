import { init, registerCustomFormat, registerEditorComponent } from "@sveltia/cms";
import { editorAddress } from "#lib/editor/editor-address.ts";
import type { EditorConfig } from "#lib/editor/editor-config.ts";
import { blockComponent, pictureComponent, tableComponent } from "./block-component.ts";
import { fileFormat } from "./file-format.ts";
import { hearForms } from "./hear-forms.ts";

const { config, formats, blocks, table, picture }: EditorConfig = await (
  await fetch(`${editorAddress}/config.json`)
).json();

const isFromForm = hearForms(document);
for (const { name, extension, layout, fields } of formats)
  registerCustomFormat(name, extension, fileFormat(layout, fields, isFromForm));
for (const component of [...blocks.map(blockComponent), tableComponent(table), pictureComponent(picture)])
  registerEditorComponent(component as never);
await init({ config: config as never });
