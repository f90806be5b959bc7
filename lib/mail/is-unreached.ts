import type { DeliveryOutcome } from "./delivery-outcome.ts";

/** Whether nothing listens where the mail server should, or no way leads there: known at once, so that all that waits would be tried at once. */
export function isUnreached({ class: result, reply }: DeliveryOutcome): boolean {
  return result === "transient" && reply === "ESOCKET CONN";
}
