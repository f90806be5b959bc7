import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getMessages } from "#lib/i18n/messages.ts";
import { InquiryForm } from "./inquiry-form.tsx";
import { MessageForm } from "./message-form.tsx";

test.each([
  ["en", "Work email", "Email"],
  ["es", "Correo de trabajo", "Correo electrónico"],
] as const)("in %s only the inquiry asks for a %s", (locale, work, any) => {
  const { inquiry, contact, form, leadErrors } = getMessages(locale);
  const state = { status: "idle", values: {} } as const;
  const text = { ...form, errors: leadErrors, writeTo: undefined, promise: undefined };

  const asked = <InquiryForm {...{ locale, text, state }} own={inquiry} services={[]} countries={[]} />;
  expect(renderToStaticMarkup(asked)).toMatch(new RegExp(`<label for="email"[^>]*>${work}</label>`));
  const written = (
    <MessageForm name="contact" {...{ locale, text, state }} own={{ ...contact, nameHint: "", emailHint: "" }} />
  );
  expect(renderToStaticMarkup(written)).toMatch(new RegExp(`<label for="email"[^>]*>${any}</label>`));
});
