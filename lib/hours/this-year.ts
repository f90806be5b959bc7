import { question } from "#lib/question.ts";

export const thisYear = question("year", () => new Date().getUTCFullYear());
