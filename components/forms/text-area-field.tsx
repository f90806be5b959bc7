import type { TextareaHTMLAttributes } from "react";
import { controlProps, Field, type FieldProps } from "./field.tsx";

type TextAreaFieldProps = FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>;

export function TextAreaField({ label, hint, error, ...control }: TextAreaFieldProps & { name: string }) {
  const field = { name: control.name, label, hint, error };
  return (
    <Field {...field}>
      <textarea rows={7} {...control} {...controlProps(field)} />
    </Field>
  );
}
