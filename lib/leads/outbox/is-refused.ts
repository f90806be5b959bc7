import type { Selectable } from "kysely";
import type { OutboxTable } from "#lib/leads/store/lead-database.ts";
import { finalClasses } from "./final-classes.ts";

/** Refused for good, whether it was given up or not. */
export function isRefused({ state, last_class }: Pick<Selectable<OutboxTable>, "state" | "last_class">): boolean {
  return state === "dead" || finalClasses.some((each) => each === last_class);
}
