import type { Page } from "@playwright/test";
import { leadForm } from "./support/lead-form.ts";
import { expect, test } from "./support/test.ts";
import { english, spanish, visitors } from "./support/visitors.ts";

for (const scheme of ["light", "dark"] as const) {
  for (const address of ["", "/hours", "/blog/canada-and-colombia-in-digital-industries", "/nope"]) {
    test(`the ring of the focus stands out from its ground on /en${address}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`/en${address}`);
      await page.keyboard.press("Tab");
      expect(await faintRings(page)).toEqual([]);
    });
  }

  test(`the ring of the focus stands out in the menu of a phone, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/en");
    await page.getByText(english.menu, { exact: true }).focus();
    await page.keyboard.press("Enter");
    expect(await faintRings(page)).toEqual([]);
  });

  test(`the names on the map can be read in a forced palette, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, forcedColors: "active" });
    await page.goto("/en");
    const names = page.getByRole("figure", { name: "Map of the Americas" }).locator("text");
    expect(await names.count()).toBeGreaterThan(10);
    const contrasts = await names.evaluateAll((texts) => texts.map((text) => window.contrastBelow(text, "fill")));
    expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
  });

  test(`worked hours differ from free ones in a forced palette, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, forcedColors: "active" });
    await page.goto("/en/hours?office=london");
    const hours = page.locator("main svg rect[class*=white]");
    expect(await hours.count()).toBeGreaterThan(10);
    const grounds = await hours.evaluateAll((rects) => rects.map((rect) => window.groundBelow(rect)));
    expect(new Set(grounds)).toEqual(new Set(["rgb(11, 110, 79)"]));
  });
}

for (const { words, hasScript, who } of visitors) {
  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript, viewport: { width: 320, height: 256 } });

    test("the menu is closed with Escape, and gives the focus back", async ({ page }) => {
      await page.goto(`/${words.lang}`);
      const button = page.getByRole("button", { name: words.menu, exact: true });
      const link = page.getByRole("banner").getByRole("link", { name: words.titles.inquiry });
      await expect(link).toBeHidden();
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(link).toBeVisible();
      await link.focus();
      await expect(link).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Escape");
      await expect(link).toBeHidden();
      await expect(button).toBeFocused();
    });
  });
}

test("the table of the hubs shows all of it on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const words of [english, spanish]) {
    await page.goto(`/${words.lang}/hubs/by/professionals`);
    const row = page.getByRole("row").filter({ hasText: "Colombia" });
    await expect(row.getByRole("link", { name: "Bucaramanga" })).toBeVisible();
    const cells = await page
      .getByRole("cell")
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().right));
    expect(Math.max(...cells)).toBeLessThanOrEqual(320);
  }
});

test("a table that the keyboard scrolls has a name", async ({ page }) => {
  await page.goto("/es/blog/latin-american-tech-hubs");
  await expect(page.getByRole("figure", { name: "Tabla" })).toHaveAttribute("tabindex", "0");
});

test("hours that are answered in place are announced, and so is a name that nobody knows", async ({ page }) => {
  await page.goto("/es/hours");
  const status = page.getByRole("main").getByRole("status");
  await expect(status).toHaveText("");
  await page.getByLabel("Su oficina").fill("Bogotá");
  await expect(status).toHaveText("9 horas en común con Bogotá");
  await page.getByLabel("Su oficina").fill("Phonix");
  await page.getByRole("button", { name: "Ver las horas" }).press("Enter");
  await expect(status).toHaveText("No conocemos “Phonix”. Escriba una ciudad grande cercana o una zona horaria.");
});

test("the chart of hours on the home page says in words which hours are shared", async ({ page }) => {
  await page.goto("/en");
  await expect(
    page.getByText(
      /^\d+:00\s[ap]\.m\. to 6:00\sp\.m\. in Colombia is 9:00\sa\.m\. to \d:00\sp\.m\. in San Francisco\.$/,
    ),
  ).toBeAttached();
});

test("that a form is being sent is announced", async ({ page }) => {
  const answered = Promise.withResolvers<void>();
  await page.goto("/es/contact");
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await answered.promise;
    await route.continue();
  });
  const form = leadForm(page, spanish, "contact");
  await form.field("name").fill("Ana");
  await form.field("email").fill("ana@acme.test");
  await form.field("contact").fill("Hola");
  await form.field("consent").check();
  await form.button.click();
  await expect(page.getByRole("status").filter({ hasText: "Enviando…" })).toBeAttached();
  answered.resolve();
  await form.reference();
});

declare global {
  interface Window {
    groundBelow(element: Element): string;
    contrastBelow(element: Element, property: "fill" | "outlineColor"): number;
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.groundBelow = (element) => {
      for (let below = element.parentElement; below; below = below.parentElement) {
        const { backgroundColor } = getComputedStyle(below);
        if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
      }
      throw new Error("nothing has a ground");
    };
    window.contrastBelow = (element, property) => {
      const style = getComputedStyle(element);
      // A ring inside of its element lies on the element's own ground.
      const isInside = property === "outlineColor" && Number.parseFloat(style.outlineOffset) < 0;
      const ground = isInside ? style.backgroundColor : window.groundBelow(element);
      const [lower = 0, higher = 0] = [luminance(style[property]), luminance(ground)].sort((a, b) => a - b);
      return (higher + 0.05) / (lower + 0.05);
    };
    function luminance(color: string) {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  });
});

/** What takes the focus with a ring that is missing, or not 3 to 1 against its ground (WCAG 1.4.11, 2.4.7). */
function faintRings(page: Page): Promise<string[]> {
  return page
    .locator("a[href], button, input:not([type=hidden], [tabindex='-1']), select, textarea, [tabindex='0']")
    .evaluateAll((elements) =>
      elements.flatMap((element) => {
        if (!(element instanceof HTMLElement || element instanceof SVGElement) || !element.checkVisibility()) return [];
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) return [];
        const { outlineStyle } = getComputedStyle(element);
        const contrast = window.contrastBelow(element, "outlineColor");
        return outlineStyle === "solid" && contrast >= 3 ? [] : [`${contrast.toFixed(2)} ${element.textContent}`];
      }),
    );
}
