type Sought = { pages: string[]; words: string };

/**
 * What buyers type that our pages do not say, or not first, and the pages that have what there is to it, as their addresses
 * follow the language. The words of all languages stand together: who searches types either.
 */
export const soughtWords: Sought[] = [
  {
    pages: ["/services/custom-software", "/services/application-development", "/services/staff-augmentation"],
    words:
      "react angular vue node javascript typescript java python php .net frontend backend full stack programmer programador",
  },
  {
    pages: ["/services/staff-augmentation", "/services/application-development"],
    words: "qa quality assurance tester testing calidad pruebas de software",
  },
  {
    pages: ["/services/cloud", "/services/staff-augmentation"],
    words: "devops sre aws azure gcp kubernetes docker",
  },
  {
    pages: ["/services/artificial-intelligence", "/services/databases"],
    words: "data scientist machine learning científico de datos",
  },
  { pages: ["/vendor"], words: "nda confidentiality confidencialidad soc 2 iso 27001 sla" },
  { pages: ["/industries/healthcare", "/privacy"], words: "hipaa phi" },
  { pages: ["/privacy"], words: "gdpr pipeda habeas data" },
  {
    pages: ["/services/staff-augmentation", "/vendor"],
    words: "price pricing rates cost budget precio tarifas costo presupuesto",
  },
  { pages: ["/hours"], words: "time zone clock overlap zona horaria huso horario reloj" },
  { pages: ["/projects", "/vendor"], words: "clients customers references clientes referencias" },
];

/** Of a page's address, with its language. */
export function soughtAt(address: string): string {
  const page = address.replace(/^\/[^/]+/, "");
  return soughtWords
    .filter(({ pages }) => pages.includes(page))
    .map(({ words }) => words)
    .join(" ");
}
