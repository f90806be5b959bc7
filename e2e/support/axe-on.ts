import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** In the page itself, which has no frames, and without what passes. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
}
