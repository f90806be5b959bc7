import type { SelectHTMLAttributes } from "react";
import { controlProps, Field, type FieldProps } from "./field.tsx";

export type Option = { value: string; label: string };

type SelectFieldProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { prompt: string; options: Option[] };

export function SelectField({ label, hint, error, prompt, options, ...control }: SelectFieldProps & { name: string }) {
  const field = { name: control.name, label, hint, error };
  return (
    <Field {...field}>
      <select {...control} {...controlProps(field)}>
        <option value="">{prompt}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
