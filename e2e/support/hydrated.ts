import type { Page } from "@playwright/test";

/** Waits until the form of a page, if it has one that script works on, does what script makes it do. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const needsScript = document.getElementById("_R_");
    const form = document.querySelector("main form");
    // React knows an element by a property of its own once it works on it.
    return !needsScript || !form || Object.keys(form).some((key) => key.startsWith("__reactProps$"));
  });
}
