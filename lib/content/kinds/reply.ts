import { z } from "zod";
import { day } from "#lib/content/source/day.ts";
import { list, text } from "#lib/content/source/fields.ts";

const reply = z.strictObject({ name: text(), date: day, text: text(10_000) });

export const repliesSchema = z.strictObject({ replies: list(reply) });

/** What a reader wrote under an article, and somebody of the team decided to show. `date` is YYYY-MM-DD. */
export type Reply = z.infer<typeof reply>;
