import type { Page } from "@playwright/test";
import { leadForm } from "./lead-form.ts";
import type { Words } from "./visitors.ts";

type Typed = {
  message: string;
  email?: string;
  /** What the address of the page says after its path. */
  query?: string;
  /** Another site than that of the worker. */
  site?: { url: string };
};

/** Opens the contact page and fills in its form. Nothing is sent. */
export async function filledInContact(
  page: Page,
  words: Words,
  { message, email = "luz@acme.test", query = "", site = { url: "" } }: Typed,
) {
  await page.goto(`${site.url}/${words.lang}/contact${query}`);
  const form = leadForm(page, words, "contact");
  await form.fillIn({ name: "Luz Peña", email, contact: message, consent: true });
  return form;
}
