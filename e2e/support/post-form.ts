import type { Page } from "@playwright/test";
import type { Site } from "./site.ts";

export type Field = [name: string, value: string | { file: string }];

export type Answer = {
  status: number;
  /** Where it leads, or what was asked for as JSON. */
  ref: string | undefined;
  location: string | undefined;
  /** The sentence at each field. */
  errors: Record<string, string>;
  /** What the form of the page that came back holds. */
  kept: Record<string, string> | undefined;
  body: string;
};

type Form = "contact" | "inquiry";
type Door = { address(form: Form): string; body: typeof urlencoded | typeof multipart; accept: string };

const html = "text/html,application/xhtml+xml";
const toPage = (form: Form) => `/en/${form}`;
const toProgram = (form: Form) => `/api/forms/${form}`;

/** Every way into a form that needs no script. */
export const doors = {
  "the page": { address: toPage, body: multipart, accept: html },
  "the page, urlencoded": { address: toPage, body: urlencoded, accept: html },
  "the stable address": { address: toProgram, body: urlencoded, accept: html },
  "the stable address, multipart": { address: toProgram, body: multipart, accept: html },
  "the stable address, as JSON": { address: toProgram, body: urlencoded, accept: "application/json" },
  "the stable address, multipart, as JSON": { address: toProgram, body: multipart, accept: "application/json" },
} satisfies Record<string, Door>;

/** Posts what a browser or a program would, without one. The page only reads the HTML that comes back. */
export async function postForm(site: Site, page: Page, form: Form, door: Door, fields: Field[]): Promise<Answer> {
  return post(site, page, door.address(form), { ...door.body(fields), accept: door.accept });
}

type Sent = { type: string | undefined; body: string | Uint8Array<ArrayBuffer>; accept?: string };

export async function post(site: Site, page: Page, address: string, { type, body, accept = html }: Sent) {
  const response = await fetch(site.url + address, {
    method: "POST",
    redirect: "manual",
    headers: { accept, ...(type && { "content-type": type }) },
    // As bytes: fetch names a type for a text by itself.
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  });
  const answer = await response.text();
  const location = response.headers.get("location") ?? undefined;
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const { ref, errors = {} } = isJson ? JSON.parse(answer) : { ref: location?.split("?ref=")[1] };
  const shown = isJson || location ? {} : await formIn(answer, page);
  return { status: response.status, location, ref, errors, kept: undefined, body: answer, ...shown };
}

export function urlencoded(fields: Field[]): Sent {
  const texts = fields.map(([name, value]) => [name, typeof value === "string" ? value : value.file]);
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(texts).toString() };
}

/** By hand, because FormData would mend the line ends. */
export function multipart(fields: Field[]): Sent {
  const boundary = "----a-line-nobody-types";
  const parts = fields.map(([name, value]) =>
    typeof value === "string"
      ? `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
      : `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${value.file}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join("")}--${boundary}--\r\n` };
}

/** The browser's own parser reads the form, so that a value counts only if it is inside its field. */
function formIn(markup: string, page: Page): Promise<Pick<Answer, "errors" | "kept">> {
  return page.evaluate((markup) => {
    const form = new DOMParser().parseFromString(markup, "text/html").querySelector("form");
    const fields = Array.from(form?.querySelectorAll<HTMLElement>("[name]:not([type=hidden], [aria-hidden] *)") ?? []);
    const heldBy = (field: HTMLElement) => {
      if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked ? field.value : "";
      // The attribute: the property would leave out line breaks.
      if (field instanceof HTMLInputElement) return field.getAttribute("value") ?? "";
      return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : "";
    };
    const named = (of: (field: HTMLElement) => string, some: HTMLElement[]) =>
      Object.fromEntries(some.map((field) => [field.getAttribute("name") ?? "", of(field)]));
    const sentenceAt = (field: HTMLElement) => {
      const described = field.getAttribute("aria-describedby")?.split(" ").at(-1);
      return form?.querySelector(`#${described}`)?.textContent ?? "";
    };
    return {
      kept: form ? named(heldBy, fields) : undefined,
      errors: named(
        sentenceAt,
        fields.filter((field) => field.getAttribute("aria-invalid") === "true"),
      ),
    };
  }, markup);
}
