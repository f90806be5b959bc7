import type { ComponentProps } from "react";
import { TextField } from "./text-field.tsx";

/** With the keyboard and the suggestions that an address needs, and without a spelling check. */
export function EmailField(field: ComponentProps<typeof TextField>) {
  return <TextField type="email" inputMode="email" autoComplete="email" spellCheck={false} {...field} />;
}
