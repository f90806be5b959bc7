import { question } from "#lib/question.ts";

/** Its first instant. */
export const thisMonth = question("month", () => Date.parse(`${new Date().toISOString().slice(0, 7)}-01`));
