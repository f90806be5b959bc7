/** What is filled in in a sentence: `{name}`. */
export function placeholdersIn(sentence: string): string[] {
  return sentence.match(/\{\w+\}/g) ?? [];
}
