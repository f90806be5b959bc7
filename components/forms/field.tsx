import type { ReactNode } from "react";

export type FieldProps = { name: string; label: string; hint?: string; error?: string };

/** Label, hint and error around any control. The control takes `id` and `aria-describedby` from `fieldIds`. */
export function Field({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  const ids = fieldIds(name);
  return (
    <div className={error ? "border-l-4 border-error pl-4" : ""}>
      <label htmlFor={ids.control} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={ids.hint} className="mt-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={ids.error} className="mt-1 font-semibold text-error">
          {error}
        </p>
      )}
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
  const describedBy = [hint && ids.hint, error && ids.error].filter(Boolean).join(" ");
  return {
    id: ids.control,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": error ? true : undefined,
    className: `mt-2 block w-full min-h-11 rounded-sm border-2 bg-page px-3 py-2 text-text ${error ? "border-error" : "border-rule"}`,
  };
}
