import { expect, type Page, type Request } from "@playwright/test";
import { leadForm } from "./lead-form.ts";
import type { Field, Form } from "./post-form.ts";
import type { Site } from "./site.ts";
import { english } from "./visitors.ts";

/** How the script of a form's page calls the server action: what it says beside the form, and under which names. */
type ActionCall = {
  headers: Record<string, string>;
  /** Before the name of each field. */
  prefix: string;
  /** The arguments that are not the form. */
  others: Field[];
};

const known = new Map<Form, Promise<ActionCall>>();

/**
 * Taken down from a browser that sends a form, once for each form and worker. What it sends does not arrive, so that no
 * test meets its lead.
 */
export function actionCall(site: Site, page: Page, form: Form): Promise<ActionCall> {
  const call = known.get(form) ?? takeDown(site, page, form);
  known.set(form, call);
  return call;
}

async function takeDown(site: Site, page: Page, form: Form): Promise<ActionCall> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("A page without a browser sends nothing");
  const visitor = await context.newPage();
  const posts: Request[] = [];
  await visitor.route("**", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    posts.push(route.request());
    return route.abort();
  });
  // A click that comes before the script has taken over is a plain post.
  await expect(async () => {
    await visitor.goto(`${site.url}/en/${form}`, { waitUntil: "networkidle" });
    await sendForm(visitor, form);
    expect(posts.find(isCall)).toBeDefined();
  }).toPass();
  await context.close();

  const call = posts.find(isCall);
  const headers = Object.entries(call?.headers() ?? {});
  const type = call?.headers()["content-type"] ?? "";
  const body = new Response(new Uint8Array(call?.postDataBuffer() ?? []), { headers: { "content-type": type } });
  const parts = [...(await body.formData())].map(([name, value]): Field => [name, String(value)]);
  const prefix = parts.find(([name]) => name.endsWith("message"))?.[0].slice(0, -"message".length);
  if (!prefix) throw new Error("The call of the action holds no message");
  return {
    headers: Object.fromEntries(headers.filter(([name]) => /^next-/.test(name))),
    prefix,
    others: parts.filter(([name]) => !name.startsWith(prefix)),
  };
}

function isCall(request: Request): boolean {
  return request.headers()["next-action"] !== undefined;
}

async function sendForm(visitor: Page, name: Form) {
  const form = leadForm(visitor, english, name);
  await form.fillIn({ name: "Ana", email: "ana@acme.test" });
  if (name === "inquiry") {
    await form.fillIn({ company: "Acme", country: "CA", service: "cloud" });
  }
  await form.fillIn({ [name]: "Taken down.", consent: true });
  await form.button.click();
}
