import { expect, type Locator, type Page } from "@playwright/test";
import type { Words } from "./visitors.ts";

type FieldName = keyof Words["labels"];

/** A form as a visitor meets it: by its labels, in their language. */
export function leadForm(page: Page, words: Words, form: keyof Words["send"]) {
  const { lang, labels, send, problem, thanks } = words;
  const field = (name: FieldName): Locator => page.getByRole("main").getByLabel(labels[name]);
  const summary = page.getByRole("alert").filter({ hasText: problem });

  return {
    field,
    summary,
    button: page.getByRole("button", { name: send[form] }),

    /** Types, chooses and ticks, field after field. Countries and services are chosen by their value or their name. */
    async fillIn(values: Partial<Record<FieldName, string | boolean>>) {
      for (const [name, value] of Object.entries(values)) {
        const control = field(name as FieldName);
        if (typeof value === "boolean") await control.setChecked(value);
        else if (name === "country" || name === "service") await control.selectOption(value);
        else await control.fill(value);
      }
    },

    /** The reference that the visitor is thanked with. */
    async reference(): Promise<string> {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(thanks);
      await expect(page).toHaveURL(
        new RegExp(`/${lang}/${form}/received\\?ref=[2-9A-Z]{5,6}(&call=[\\w-]{43})?(&domain=gmial\\.com)?$`),
      );
      const ref = new URL(page.url()).searchParams.get("ref") ?? "";
      await expect(page.getByText(ref, { exact: true })).toBeVisible();
      return ref;
    },

    /** The summary has the focus, and each of its lines leads to a field that says the same sentence. */
    async expectErrors(errors: [field: FieldName, sentence: string][]) {
      await expect(summary).toBeFocused();
      await expect(summary.getByRole("link")).toHaveText(errors.map(([, sentence]) => sentence));
      for (const [name, sentence] of errors) {
        await summary.getByRole("link", { name: sentence, exact: true }).click();
        await expect(field(name)).toBeFocused();
        await expect(field(name)).toHaveAccessibleDescription(new RegExp(`(^| )${sentence}$`));
      }
    },
  };
}
