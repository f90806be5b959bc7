import { decoyField } from "#lib/leads/decoy-field.ts";

/** For programs that fill in whatever they find. Who sees, hears or tabs through a page does not meet it. */
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
