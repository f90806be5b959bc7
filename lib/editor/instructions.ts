import type { Locale } from "#lib/i18n/locales.ts";

/** Where there is none in a language, the English one stands. */
type Words = Partial<Record<Locale, string>> & { en: string };
type Instruction = { label: Words; hint?: Words };

/** What the editor says beside each key of the content files. */
const instructions: Record<string, Instruction> = {
  metaTitle: {
    label: { en: "Title for search engines", es: "Título para buscadores" },
    hint: { en: "Shown up to about 60 characters.", es: "Se muestran unos 60 caracteres." },
  },
  meta_description: {
    label: { en: "Description for search engines", es: "Descripción para buscadores" },
    hint: {
      en: "What they show below the title: 70 to 160 characters.",
      es: "Lo que muestran bajo el título: de 70 a 160 caracteres.",
    },
  },
  title: {
    label: { en: "Headline", es: "Titular" },
    hint: {
      en: "Shown above the text; the text begins with ## headings.",
      es: "Se muestra sobre el texto; el texto empieza con títulos ##.",
    },
  },
  read: {
    label: { en: "Reading time", es: "Tiempo de lectura" },
    hint: { en: "Like 5-10min. Left out, it is counted.", es: "Como 5-10min. Si falta, se calcula." },
  },
  date: {
    label: { en: "Date", es: "Fecha" },
    hint: {
      en: "A post dated in the future appears by itself on that day.",
      es: "Un artículo con fecha futura aparece solo ese día.",
    },
  },
  time: {
    label: { en: "Time", es: "Hora" },
    hint: {
      en: "Like 9:30, by the clock in Bogotá. Left out, midnight.",
      es: "Como 9:30, hora de Bogotá. Si falta, medianoche.",
    },
  },
  until: {
    label: { en: "Last day", es: "Último día" },
    hint: {
      en: "The last day on which it is there. Left out, it stays.",
      es: "El último día en que se muestra. Si falta, se queda.",
    },
  },
  url: {
    label: { en: "Address", es: "Dirección" },
    hint: {
      en: "What follows /blog/: letters without accents, digits, - _ and .",
      es: "Lo que sigue a /blog/: letras sin tildes, cifras, - _ y .",
    },
  },
  category: { label: { en: "Category", es: "Categoría" } },
  imglink: {
    label: { en: "Picture", es: "Imagen" },
    hint: { en: "Without one the page draws its own pattern.", es: "Sin imagen la página dibuja su propio motivo." },
  },
  imgalt: {
    label: { en: "What the picture shows", es: "Qué muestra la imagen" },
    hint: { en: "For whoever cannot see it.", es: "Para quien no la puede ver." },
  },
  imgfocus: {
    label: { en: "What stays in sight", es: "Qué queda a la vista" },
    hint: { en: "Where it is cut: left top, right, or 30% 20%.", es: "Donde se recorta: left top, right o 30% 20%." },
  },
  imgcaption: { label: { en: "Caption", es: "Pie de foto" } },
  imgcredit: { label: { en: "Photographer", es: "Autor de la foto" } },
  author: { label: { en: "Authors", es: "Autores" } },
  updated: { label: { en: "Updated", es: "Actualizado" } },
  draft: {
    label: { en: "Draft", es: "Borrador" },
    hint: { en: "Readers do not see it.", es: "Los lectores no lo ven." },
  },
  tags: { label: { en: "Tags", es: "Etiquetas" } },
  hubs: { label: { en: "Related cities", es: "Ciudades relacionadas" } },
  services: { label: { en: "Related services", es: "Servicios relacionados" } },
  body: { label: { en: "Text", es: "Texto" } },
  summary: {
    label: { en: "Summary", es: "Resumen" },
    hint: { en: "The one sentence of its card.", es: "La frase de su tarjeta." },
  },
  order: {
    label: { en: "Place in the list", es: "Lugar en la lista" },
    hint: { en: "A whole number from 1 on.", es: "Un número entero desde 1." },
  },
  audience: { label: { en: "For whom it is", es: "Para quién es" } },
  outcome: { label: { en: "What they get", es: "Qué obtienen" } },
  start: { label: { en: "How it begins", es: "Cómo empieza" } },
  tasks: { label: { en: "What is done for this industry", es: "Qué se hace para este sector" } },
  sectors: { label: { en: "Sectors of its clients", es: "Sectores de sus clientes" } },
  country: { label: { en: "Country", es: "País" } },
  timeZone: {
    label: { en: "Time zone", es: "Zona horaria" },
    hint: { en: "Like America/Bogota.", es: "Como America/Bogota." },
  },
  knownFor: { label: { en: "Known for", es: "Conocida por" } },
  figures: {
    label: { en: "Figures", es: "Cifras" },
    hint: { en: "A figure that no source gives is left out.", es: "Una cifra sin fuente se omite." },
  },
  population: { label: { en: "Population", es: "Población" } },
  universities: { label: { en: "Universities", es: "Universidades" } },
  professionals: { label: { en: "Professionals", es: "Profesionales" } },
  value: {
    label: { en: "Value", es: "Valor" },
    hint: { en: "Without points or commas in a figure of a city.", es: "Sin puntos ni comas en una cifra de ciudad." },
  },
  scope: {
    label: { en: "What it counts", es: "Qué cuenta" },
    hint: { en: "The city, or its country.", es: "La ciudad o su país." },
  },
  label: { label: { en: "Label", es: "Rótulo" } },
  source: { label: { en: "Source", es: "Fuente" } },
  client: { label: { en: "Client", es: "Cliente" } },
  sector: { label: { en: "Sector", es: "Sector" } },
  quote: { label: { en: "Quote", es: "Cita" } },
  permission: {
    label: { en: "Who allowed it, and when", es: "Quién lo autorizó y cuándo" },
    hint: { en: "Shown to nobody.", es: "No se muestra a nadie." },
  },
  name: { label: { en: "Name", es: "Nombre" } },
  role: { label: { en: "Role", es: "Cargo" } },
  organization: { label: { en: "Organization", es: "Organización" } },
  text: { label: { en: "Text", es: "Texto" }, hint: { en: "In Markdown.", es: "En Markdown." } },
  bio: { label: { en: "About them", es: "Sobre la persona" } },
  kind: { label: { en: "Person or organization", es: "Persona u organización" } },
  portrait: { label: { en: "Portrait", es: "Retrato" } },
  portraitfocus: { label: { en: "What stays in sight", es: "Qué queda a la vista" } },
  portraitalt: { label: { en: "What the portrait shows", es: "Qué muestra el retrato" } },
  en: { label: { en: "English", es: "Inglés" } },
  es: { label: { en: "Spanish", es: "Español" } },
  slug: {
    label: { en: "Key", es: "Clave" },
    hint: {
      en: "Part of addresses: small letters, digits and -; better left alone once it is public.",
      es: "Parte de direcciones: minúsculas, cifras y -; mejor no cambiarla una vez pública.",
    },
  },
  entries: { label: { en: "Entries", es: "Entradas" } },
  clients: { label: { en: "Clients", es: "Clientes" } },
  from: { label: { en: "Old address", es: "Dirección anterior" } },
  to: { label: { en: "New address", es: "Dirección nueva" } },
  redirects: { label: { en: "Addresses that moved", es: "Direcciones que cambiaron" } },
  email: { label: { en: "Address for mail", es: "Correo" } },
  replyPromise: { label: { en: "How soon we answer", es: "Cuándo respondemos" } },
  offices: { label: { en: "Offices", es: "Oficinas" } },
  city: { label: { en: "City", es: "Ciudad" } },
  address: { label: { en: "Street address", es: "Dirección postal" } },
  telephone: {
    label: { en: "Telephone", es: "Teléfono" },
    hint: { en: "Like +57 601 000 0000.", es: "Como +57 601 000 0000." },
  },
  hours: { label: { en: "Hours", es: "Horario" } },
  social: { label: { en: "Profiles on other sites", es: "Perfiles en otros sitios" } },
  href: { label: { en: "Where it leads", es: "A dónde lleva" } },
  poster: { label: { en: "Picture", es: "Imagen" } },
  duration: { label: { en: "Duration", es: "Duración" }, hint: { en: "Like 3:20.", es: "Como 3:20." } },
  file: {
    label: { en: "File", es: "Archivo" },
    hint: { en: "Of content/files, its name in small letters.", es: "De content/files, con su nombre en minúsculas." },
  },
  service: { label: { en: "Service", es: "Servicio" } },
  rows: { label: { en: "Rows", es: "Filas" } },
  "Figure.value": {
    label: { en: "Value", es: "Valor" },
    hint: { en: "As it is shown, like +55%.", es: "Como se muestra, por ejemplo +55%." },
  },
  "Callout.title": { label: { en: "Title", es: "Título" } },
  "Question.title": { label: { en: "Question", es: "Pregunta" } },
  "Video.title": {
    label: { en: "Title", es: "Título" },
    hint: { en: "What the video is: the words of its link.", es: "Qué es el video: las palabras de su enlace." },
  },
  "Download.title": {
    label: { en: "Title", es: "Título" },
    hint: { en: "What the file is: the words of its link.", es: "Qué es el archivo: las palabras de su enlace." },
  },
  table: { label: { en: "Table", es: "Tabla" } },
  "list of services": { label: { en: "Services", es: "Servicios" } },
  "list of hubs": { label: { en: "Cities", es: "Ciudades" } },
  "list of blog": { label: { en: "Articles", es: "Artículos" } },
  "list of industries": { label: { en: "Industries", es: "Sectores" } },
  "list of projects": { label: { en: "Projects", es: "Proyectos" } },
  "list of pages": { label: { en: "Pages", es: "Páginas" } },
  authors: { label: { en: "Authors", es: "Autores" } },
  settings: { label: { en: "For the whole site", es: "Para todo el sitio" } },
  categories: { label: { en: "Categories", es: "Categorías" } },
  site: { label: { en: "The company", es: "La empresa" } },
  "social.url": {
    label: { en: "Address", es: "Dirección" },
    hint: { en: "It begins with https://", es: "Empieza con https://" },
  },
  home: { label: { en: "Home page: what it shows", es: "Página de inicio: qué muestra" } },
  "home.services": {
    label: { en: "Services", es: "Servicios" },
    hint: { en: "In the order in which they are shown.", es: "En el orden en que se muestran." },
  },
  "figures.value": { label: { en: "Value", es: "Valor" } },
  "figures.date": {
    label: { en: "Day of the source", es: "Día de la fuente" },
    hint: { en: "If it is known.", es: "Si se conoce." },
  },
  "figures.link": {
    label: { en: "Address of the source", es: "Dirección de la fuente" },
    hint: { en: "If it is known: https://…", es: "Si se conoce: https://…" },
  },
  "home-words": { label: { en: "Home page: its words", es: "Página de inicio: sus textos" } },
  "home-words.title": { label: { en: "Headline", es: "Titular" } },
  lead: { label: { en: "Below the headline", es: "Bajo el titular" } },
  inquiryButton: { label: { en: "First button", es: "Primer botón" } },
  servicesButton: { label: { en: "Second button", es: "Segundo botón" } },
  servicesTitle: { label: { en: "Above the services", es: "Sobre los servicios" } },
  articlesTitle: { label: { en: "Above the articles", es: "Sobre los artículos" } },
  clientsTitle: { label: { en: "Above the clients", es: "Sobre los clientes" } },
  menu: { label: { en: "Menu", es: "Menú" } },
  company: { label: { en: "Footer, below what the company is", es: "Pie, bajo qué es la empresa" } },
  talk: { label: { en: "Footer, below how to reach us", es: "Pie, bajo cómo contactarnos" } },
  page: {
    label: { en: "Page", es: "Página" },
    hint: { en: "By its address behind the language.", es: "Por su dirección tras el idioma." },
  },
};

/** What is said beside a key; one that nothing was written for is named as it is. `within` is what it stands in. */
export function instructionOf(key: string, locale: Locale, within = ""): { label: string; hint?: string } {
  const { label, hint } = instructions[`${within}.${key}`] ?? instructions[key] ?? {};
  return { label: label?.[locale] ?? label?.en ?? key, ...(hint && { hint: hint[locale] ?? hint.en }) };
}
