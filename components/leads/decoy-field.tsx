import { decoyField } from "#lib/leads/form/decoy-field.ts";

/** A honeypot: programs fill in whatever they find. It is hidden from sight, screen readers and the Tab key. */
export function DecoyField({ label }: { label: string }) {
  return (
    <div aria-hidden="true" className="sr-only">
      <label>
        {label}
        <input name={decoyField} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
