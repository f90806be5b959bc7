import type { Field } from "./post-form.ts";

/** An inquiry that nothing is wrong with. */
export const said = {
  name: "Ana Gómez",
  email: "ana@acme.test",
  company: "Acme",
  country: "CA",
  phone: "",
  service: "cloud",
  team: "",
  start: "",
  message: "We need two testers.",
  consent: "on",
};

export type Typed = Partial<typeof said>;

export const markup = `"><svg/onload=document.body.dataset.ran=1><script>document.body.dataset.ran=2</script>`;
export const markupEverywhere = { name: markup, company: markup, team: markup, start: markup, message: markup };

export function fieldsOf(typed: Typed): Field[] {
  return Object.entries({ ...said, ...typed });
}
