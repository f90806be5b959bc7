const mostLines = 20;

/** Where pages are gone or links lead nowhere, as `writeSite` says it: with the lines to copy. */
const refusal = /^\d+ (?:addresses of the site are gone|addresses lead nowhere).*(?:\n {2}.*)*/gm;

/** Who reads of a failure need not know the address, and the mail goes further than to whoever wrote the draft. */
const previewCode = /(?<=\/preview\/)[\da-f]{32}/g;

/** Why a publication failed, of all that it said: what is wrong with the content, where there is any of it, else how its words ended. */
export function failureIn(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const mistakes = lines.filter((line) => /^content\/\S.*:\d+:\d+ /.test(line) && !/ warning: /.test(line));
  const refusals = log.match(refusal) ?? [];
  const wrong = [mistakes.slice(0, mostLines).join("\n"), ...refusals].filter((part) => part !== "");
  const reason = wrong.length > 0 ? wrong.join("\n\n") : lines.slice(-mostLines).join("\n");
  return reason.replace(previewCode, "…");
}
