import { question } from "#lib/question.ts";
import { contentNow } from "./content-now.ts";

export const thisYear = question("year", () => contentNow().getUTCFullYear());
