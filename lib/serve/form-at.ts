import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { type FormName, formNames, isFormName } from "#lib/leads/form/form-name.ts";

export type PageForm = { name: FormName; page?: Locale };

/** The form whose posts an address takes: a form's page in a language, or its stable address in none. */
export function formAt(path: string): PageForm | undefined {
  const stable = /^\/api\/forms\/(\w+)$/.exec(path)?.[1];
  if (isFormName(stable)) return { name: stable };
  return formPages.get(path);
}

const formPages = new Map<string, PageForm>(
  locales.flatMap((page) => formNames.map((name) => [paths[name](page), { name, page }] as const)),
);
