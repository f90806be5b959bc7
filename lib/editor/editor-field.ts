/** A field of the editor, as its configuration writes one. */
export type EditorField = {
  name: string;
  label: string;
  widget: "string" | "text" | "datetime" | "boolean" | "select" | "image" | "file" | "list" | "object" | "richtext";
  hint?: string | undefined;
  required?: boolean;
  i18n?: boolean;
  multiple?: boolean;
  options?: { label: string; value: string }[];
  /** Of a list of texts. */
  field?: EditorField;
  /** Of an object, and of each in a list. */
  fields?: EditorField[];
  [setting: string]: unknown;
};
