import type { ComponentProps } from "react";
import { fill } from "#lib/i18n/fill.ts";
import { slipOf } from "#lib/leads/form/slip-of.ts";
import { TextField } from "./text-field.tsx";

type EmailFieldProps = ComponentProps<typeof TextField> & {
  /** Asked beside a likely slip, with an {address}; what the button says that takes it. */
  slip: { ask: string; use: string };
  defaultValue?: string;
};

/**
 * With the keyboard and the suggestions that an address needs, and without a spelling check. Below it the place of a question
 * that holds nobody up: `askAboutSlip` asks it where script runs, the server beside a form that comes back.
 */
export function EmailField({ slip, ...field }: EmailFieldProps) {
  const meant = slipOf(field.defaultValue ?? "");
  return (
    <div>
      <TextField type="email" inputMode="email" autoComplete="email" spellCheck={false} {...field} />
      <div role="status" data-slip={slip.ask} className="wrap-anywhere">
        <p hidden={!meant} className="mt-2 border-l-4 border-current pl-3">
          <span>{meant && fill(slip.ask, { address: meant })}</span>{" "}
          <button type="button" hidden className="inline-flex min-h-11 items-center font-semibold underline">
            {slip.use}
          </button>
        </p>
      </div>
    </div>
  );
}
