/** Puts values into the {placeholders} of a sentence. Throws when one has no value: the sentence is then wrong. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`“${sentence}” asks for ${name}`);
    return String(value);
  });
}
