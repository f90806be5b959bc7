import type { ReactNode } from "react";

export type FieldProps = { name: string; label: string; hint?: string; error?: string };

/**
 * Label, hint and error around any control. The place of the error is there before there is one: the page's script
 * writes it there, and changes nothing else of the markup.
 */
export function Field({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  const ids = fieldIds(name);
  return (
    <div className="field">
      <label htmlFor={ids.control} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={ids.hint} className="mt-1 text-sm text-soft">
          {hint}
        </p>
      )}
      <p id={ids.error} hidden={!error} className="mt-1 font-semibold text-error">
        {error}
      </p>
      {children}
    </div>
  );
}

function fieldIds(name: string) {
  return { control: name, hint: `${name}-hint`, error: `${name}-error` };
}

/** What a control needs to be known as the one that its label, hint and error speak of. */
export function controlProps({ name, hint, error }: FieldProps) {
  const ids = fieldIds(name);
  return {
    id: ids.control,
    "aria-describedby": hint ? `${ids.hint} ${ids.error}` : ids.error,
    "aria-invalid": error ? true : undefined,
    className:
      "mt-2 block w-full min-h-12 rounded-sm border-2 border-rule bg-page px-3 py-2 text-text hover:border-link aria-invalid:border-error",
  };
}
