import type { Page } from "@playwright/test";

/** Waits until the form of a page, if it has one that script works on, does what script makes it do. */
export async function enhanced(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector("main :is([data-lead-form], [data-hours-form])");
    return !form || form.hasAttribute("data-enhanced");
  });
}
