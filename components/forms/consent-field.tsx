import type { InputHTMLAttributes } from "react";

type ConsentFieldProps = {
  name: string;
  label: string;
  error?: string;
  privacy: { href: string; label: string };
} & InputHTMLAttributes<HTMLInputElement>;

/** The sentence that is agreed to, word for word as it is stored, and beside it the notice it speaks of. */
export function ConsentField({ label, error, privacy, ...control }: ConsentFieldProps) {
  const { name } = control;
  return (
    <div className="field">
      <p id={`${name}-error`} hidden={!error} className="mb-2 font-semibold text-error">
        {error}
      </p>
      <label htmlFor={name} className="-my-2.5 flex min-h-11 items-start gap-3 py-2.5">
        <input
          {...control}
          type="checkbox"
          value="on"
          id={name}
          aria-describedby={`${name}-error`}
          aria-invalid={error ? true : undefined}
          className="checkbox shrink-0"
        />
        <span>{label}</span>
      </label>
      <a href={privacy.href} className="relative ml-9 inline-flex min-h-9 items-center text-sm text-link underline">
        {privacy.label}
      </a>
    </div>
  );
}
