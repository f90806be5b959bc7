import { formFields } from "./fields.ts";
import type { FormName } from "./form-name.ts";
import type { FormValues } from "./form-values.ts";

type WriteInstead = {
  /** A link that opens the visitor's mail program with what they typed, or with the beginning of it. */
  href: string;
  /** All that was typed, where the link does not hold all of it. */
  rest: string | undefined;
};

type Typed = {
  form: FormName;
  values: FormValues;
  subject: string;
  /** Says at the end of a text that it was cut. */
  cut: string;
};

// Windows hands a program a command line of 2,048 characters at most, and opens nothing when the link is longer.
const longest = 1_900;

/** How to send by mail what a form could not send (RFC 6068: line breaks are CR LF). */
export function writeInstead(address: string, { form, values, subject, cut }: Typed): WriteInstead {
  const fields = formFields[form].filter((field) => field !== "consent" && field !== "zone");
  const text = fields
    .flatMap((field) => values[field] || [])
    .join("\n\n")
    .replaceAll(/\r\n?/g, "\n")
    .toWellFormed();
  const start = `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=`;
  const room = longest - start.length;
  const whole = fitting(text, room);
  if (whole === text) return { href: start + encoded(text), rest: undefined };
  const end = `\n\n${cut}`;
  return { href: start + encoded(fitting(text, room - encoded(end).length) + end), rest: text };
}

/** The beginning of a text that takes no more than so many characters in an address. */
function fitting(text: string, room: number): string {
  let length = 0;
  let left = room;
  for (const character of text) {
    left -= encoded(character).length;
    if (left < 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll("\n", "\r\n"));
}
