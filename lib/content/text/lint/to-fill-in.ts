const things =
  "name|company|business|brand|position|(?:job )?title|city|country|phone(?: number)?|e-?mail(?: address)?|address|website|logo|link|url|nombre|empresa|cargo|ciudad|país|teléfono|correo|dirección|sitio web|enlace|marca";
const named =
  "company|client|customer|business|brand|product|service|project|first|last|full|contact|author|city|country|event|recipient";
const alone =
  "Name|City|Company|Client|Title|Email|Phone|Address|Nombre|Ciudad|Empresa|Cliente|Cargo|Correo|Teléfono|Dirección";
const orders = "Add|Enter|Agregue|Añada|Escriba|Ingrese|Complete";
const pictures =
  "image|imagen|picture|photo|foto(?:graf[íi]a)?|screenshot|captura(?: de pantalla)?|illustration|ilustración|graphic|gráfico|diagrama?|infograph?[íi][ac]a?|v[ií]deo|logo";
const parts =
  "example|link|image|picture|photo|screenshot|logo|source|quote|citation|reference|figure|statistic|number|name|date|text|title|url|table|chart|caption|case study|testimonial|detail|description";
const inAnyCase = [
  String.raw`(?:insert(?:e|ar|a)?|introduzca)\s[^[\]\n]{1,60}`,
  String.raw`(?:${named})(?:['’]s)?\sname`,
  String.raw`nombre\s(?:completo|(?:de|del)\s[\p{L} ]{1,40})`,
  "(?:image|imagen|picture|photo|foto|link|enlace|url|placeholder|date|fecha|fixme|tb[acd]|(?:citation|source|reference) needed|cita requerida)",
  String.raw`(?:${pictures})(?:\s?:|\s(?:of|de|del|showing)\s)[^[\]\n]{1,200}`,
  String.raw`(?:${pictures}|link|enlace|text|texto|name|nombre|date|fecha|source|fuente|quote|cita)\s(?:goes\s)?(?:here|aquí|acá)`,
  String.raw`(?:to-?do|tb[acd]|fixme|placeholder|pendiente|por definir|falta)\s?:[^[\]\n]{0,200}`,
  String.raw`(?:por|a)\s(?:definir|confirmar|completar|determinar)|to\sbe\s(?:added|confirmed|defined|determined|announced|written)`,
  String.raw`(?:agregar|añadir|completar|rellenar|adjuntar)(?:\s[^[\]\n]{1,60})?`,
  String.raw`(?:add|enter|attach|include)\s(?:(?:an?|the|your|some|more)\s)?(?:${parts})s?(?:\s[^[\]\n]{1,60})?`,
];
const asWritten = [
  String.raw`(?:[Yy]our|[Ss]u|[Tt]u)\s(?:${things})(?:\s(?:here|aquí))?`,
  String.raw`(?:Your|YOUR|Su|SU|Tu|TU)(?:\s\p{Lu}[\p{L}\d'’-]*)+(?:\s(?:here|aquí))?`,
  String.raw`(?:${orders}|${orders.toUpperCase()})\s[^[\]\n]{1,60}`,
  `${alone}|${alone.toUpperCase()}|TODO|XX+|PENDIENTE`,
  String.raw`(?:TODO|FIXME|TBD)\s(?:write|add|check|insert|link|fix|find|ask|update|escribir|agregar|revisar|confirmar)\b[^[\]\n]{0,200}`,
];

/**
 * What a template or a chat program left to be filled in: [Your Name], [Inserte una imagen]. What an editor puts into
 * another's words, as in "[your team] was there", names none of these things.
 */
export const toFillIn = [
  inBrackets(inAnyCase, "giu"),
  // Apart from the above, as Node 26 did not find [Company Name] by one pattern that has (?i:…) in it.
  inBrackets(asWritten, "gu"),
  // Where a sentence begins: within one of Spanish, TODO is a word of its own.
  /(?<=^|[.!?…)]\s)(?:TODO|FIXME|TBD)\s?:[ \t]*\S.*$/gm,
  /\blorem ipsum\b/gi,
];

/** What Mailchimp fills in. The * and the | have a meaning in Markdown, so it is looked for in what was typed. */
export const mergeTag = /\*\|[A-Z][A-Z\d_:]*\|\*/g;

/** Neither a link nor the words of one. */
function inBrackets(words: string[], flags: string): RegExp {
  return new RegExp(String.raw`(?<!\])\[(?:${words.join("|")})\](?![([:])`, flags);
}
