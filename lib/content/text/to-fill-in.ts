const things =
  "name|company|business|brand|position|(?:job )?title|city|country|phone(?: number)?|e-?mail(?: address)?|address|website|logo|link|url|nombre|empresa|cargo|ciudad|país|teléfono|correo|dirección|sitio web|enlace|marca";
const named =
  "company|client|customer|business|brand|product|service|project|first|last|full|contact|author|city|country|event|recipient";
const alone =
  "Name|Date|City|Company|Client|Title|Email|Phone|Address|Link|Nombre|Fecha|Ciudad|Empresa|Cliente|Cargo|Correo|Teléfono|Dirección|Enlace";
const orders = "Add|Enter|Agregue|Añada|Escriba|Ingrese|Complete";
const inAnyCase = [
  String.raw`(?:insert(?:e|ar|a)?|introduzca)\s[^[\]\n]{1,60}`,
  String.raw`(?:${named})(?:['’]s)?\sname`,
  String.raw`nombre\s(?:completo|(?:de|del)\s[\p{L} ]{1,40})`,
];
const asWritten = [
  String.raw`(?:[Yy]our|[Ss]u|[Tt]u)\s(?:${things})(?:\s(?:here|aquí))?`,
  String.raw`(?:Your|YOUR|Su|SU|Tu|TU)(?:\s\p{Lu}[\p{L}\d'’-]*)+(?:\s(?:here|aquí))?`,
  String.raw`(?:${orders}|${orders.toUpperCase()})\s[^[\]\n]{1,60}`,
  `${alone}|${alone.toUpperCase()}|TODO|TBD|XX+|PENDIENTE|POR DEFINIR`,
];

/**
 * What a template or a chat program left to be filled in: [Your Name], [Inserte una imagen]. What an editor puts into
 * another's words, as in "[your team] was there", names none of these things.
 */
export const toFillIn = [
  inBrackets(inAnyCase, "giu"),
  // Apart from the above, as Node 26 did not find [Company Name] by one pattern that has (?i:…) in it.
  inBrackets(asWritten, "gu"),
];

/** Neither a link nor the words of one. */
function inBrackets(words: string[], flags: string): RegExp {
  return new RegExp(String.raw`(?<!\])\[(?:${words.join("|")})\](?![([:])`, flags);
}
