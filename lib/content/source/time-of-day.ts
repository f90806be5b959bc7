import { text } from "./fields.ts";

/** A time of the day in Colombia, as HH:MM. */
export const timeOfDay = text()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "is no time of the day; write it like 9:00 or 14:30, by the clock in Bogotá")
  .transform((written) => written.padStart(5, "0"));
