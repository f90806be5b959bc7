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

export type Form = "contact" | "inquiry" | "application";
export type Sent = {
  type: string | undefined;
  body: string | Uint8Array<ArrayBuffer>;
  accept?: string;
  /** Beside those that follow from the rest. One that is undefined is left out. */
  headers?: Record<string, string | undefined>;
};
export type Door = {
  address(form: Form): string;
  sent(fields: Field[]): Sent;
  accept: string;
  /** The status of the answer to a lead that was taken. */
  taken: number;
};

const html = "text/html,application/xhtml+xml";
const json = "application/json";
const toPage = (form: Form) => `/en/${form}`;
const toProgram = (form: Form) => `/api/forms/${form}`;

/** Every way into a form. The last is that of the page's script, without its checks before it. */
export const doors = {
  "the page": { address: toPage, sent: multipart, accept: html, taken: 303 },
  "the page, urlencoded": { address: toPage, sent: urlencoded, accept: html, taken: 303 },
  "the stable address": { address: toProgram, sent: urlencoded, accept: html, taken: 303 },
  "the stable address, multipart": { address: toProgram, sent: multipart, accept: html, taken: 303 },
  "the stable address, as JSON": { address: toProgram, sent: urlencoded, accept: json, taken: 201 },
  "the stable address, multipart, as JSON": { address: toProgram, sent: multipart, accept: json, taken: 201 },
  "the page, as JSON": { address: toPage, sent: multipart, accept: json, taken: 201 },
} satisfies Record<string, Door>;

/** Those that can carry a file. */
export const multipartDoors: Record<string, Door> = Object.fromEntries(
  Object.entries(doors).filter(([, { sent }]) => sent !== urlencoded),
);

/** Posts what a browser or a program would, without one. The page only reads the HTML that comes back. */
export async function postForm(
  site: Site,
  page: Page,
  form: Form,
  door: Door,
  fields: Field[],
  more: Pick<Sent, "headers"> = {},
): Promise<Answer> {
  const sent = door.sent(fields);
  const headers = { ...sent.headers, ...more.headers };
  return post(site, page, door.address(form), { ...sent, accept: door.accept, headers });
}

export async function post(site: Site, page: Page, address: string, sent: Sent): Promise<Answer> {
  const { type, body, accept = html, headers = {} } = sent;
  const response = await fetch(site.url + address, {
    method: "POST",
    redirect: "manual",
    headers: Object.entries({ accept, "content-type": type, ...headers }).flatMap(
      ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
    ),
    // As bytes: fetch names a type for a text by itself.
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  });
  const { status } = response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const answer = { status, location: undefined, ref: undefined, errors: {}, kept: undefined, body: bytes.toString() };
  const answeredAs = response.headers.get("content-type") ?? "";
  const location = response.headers.get("location");
  if (location) return { ...answer, location, ref: new URL(location, site.url).searchParams.get("ref") ?? undefined };
  if (answeredAs.startsWith(json)) return { ...answer, ...pick(JSON.parse(answer.body)) };
  return { ...answer, ...(await formIn(answer.body, page)) };
}

function pick({ ref, errors = {} }: Partial<Answer>): Pick<Answer, "ref" | "errors"> {
  return { ref, errors };
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
    const fields = Array.from(
      form?.querySelectorAll<HTMLElement>(":not(button)[name]:not([type=hidden], [aria-hidden] *)") ?? [],
    );
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
