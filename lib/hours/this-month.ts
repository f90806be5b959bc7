import { question } from "#lib/question.ts";
import { contentNow } from "./content-now.ts";

/** Its first instant. */
export const thisMonth = question("month", () => Date.parse(`${contentNow().toISOString().slice(0, 7)}-01`));
