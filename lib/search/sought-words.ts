import type { Locale } from "#lib/i18n/locales.ts";

type Sought = Record<Locale, string> & { pages: string[] };

/** What buyers type that our pages do not say, or not first, and the pages that have what there is to it, as their addresses follow the language. */
export const soughtWords: Sought[] = [
  {
    pages: ["/services/custom-software", "/services/application-development", "/services/staff-augmentation"],
    en: "react angular vue node javascript typescript java python php .net frontend backend full stack programmer",
    es: "react angular vue node javascript typescript java python php .net frontend backend full stack programador",
  },
  {
    pages: ["/services/staff-augmentation", "/services/application-development"],
    en: "qa quality assurance tester testing",
    es: "qa calidad tester pruebas de software",
  },
  {
    pages: ["/services/cloud", "/services/staff-augmentation"],
    en: "devops sre aws azure gcp kubernetes docker",
    es: "devops sre aws azure gcp kubernetes docker",
  },
  {
    pages: ["/services/artificial-intelligence", "/services/databases"],
    en: "data scientist machine learning",
    es: "científico de datos machine learning",
  },
  { pages: ["/vendor"], en: "nda confidentiality soc 2 iso 27001 sla", es: "nda confidencialidad soc 2 iso 27001 sla" },
  { pages: ["/industries/healthcare", "/privacy"], en: "hipaa phi", es: "hipaa" },
  { pages: ["/privacy"], en: "gdpr pipeda", es: "gdpr pipeda habeas data" },
  {
    pages: ["/services/staff-augmentation", "/vendor"],
    en: "price pricing rates cost budget",
    es: "precio tarifas costo presupuesto",
  },
  { pages: ["/hours"], en: "time zone clock overlap", es: "zona horaria huso horario reloj" },
  { pages: ["/projects", "/vendor"], en: "clients customers references", es: "clientes referencias" },
];

export function soughtAt(address: string, locale: Locale): string {
  return soughtWords
    .filter(({ pages }) => pages.some((page) => `/${locale}${page}` === address))
    .map((sought) => sought[locale])
    .join(" ");
}
