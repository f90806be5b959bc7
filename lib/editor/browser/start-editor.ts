import { init, registerCustomFormat, registerEditorComponent } from "@sveltia/cms";
import { editorAddress } from "#lib/editor/editor-address.ts";
import type { EditorConfig } from "#lib/editor/editor-config.ts";
import { blockComponent, tableComponent } from "./block-component.ts";
import { fileFormat } from "./file-format.ts";

const { config, formats, blocks, table }: EditorConfig = await (await fetch(`${editorAddress}/config.json`)).json();

// What the rich form of each text wrote last. It says so in an event that does not bubble.
const formTexts = new Map<EventTarget | null, string>();
document.addEventListener(
  "Update",
  (event) => {
    if (event instanceof CustomEvent && typeof event.detail?.value === "string")
      formTexts.set(event.target, event.detail.value.trim());
  },
  { capture: true },
);
const isFromForm = (body: string) => [...formTexts.values()].includes(body);

for (const { name, extension, layout, fields } of formats)
  registerCustomFormat(name, extension, fileFormat(layout, fields, isFromForm));
for (const block of [...blocks.map(blockComponent), tableComponent(table)]) registerEditorComponent(block as never);
await init({ config: config as never });
