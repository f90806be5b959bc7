/** Whether most letters of a text, addresses aside, are of a script that neither English nor Spanish is written in. */
export function isOfOtherScript(text: string): boolean {
  const words = text
    .split(/\s+/)
    .filter((word) => !/[./@]/.test(word))
    .join(" ");
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 10 && latin < letters / 2;
}
