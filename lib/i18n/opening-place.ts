import type { Messages } from "#content/en/messages.ts";
import { fill } from "./fill.ts";

/** Where the work of an opening is done: in a city of Colombia, or from anywhere in it. */
export function openingPlace({ city }: { city?: string }, text: Messages["openings"]): string {
  return city === undefined ? text.remote : fill(text.inCity, { city });
}
