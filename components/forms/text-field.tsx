import type { InputHTMLAttributes } from "react";
import { controlProps, Field, type FieldProps } from "./field.tsx";

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement>;

export function TextField({ label, hint, error, ...control }: TextFieldProps & { name: string }) {
  const field = { name: control.name, label, hint, error };
  return (
    <Field {...field}>
      <input {...control} {...controlProps(field)} />
    </Field>
  );
}
