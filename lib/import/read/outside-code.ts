const code = /(^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\2[`~]*[ \t]*$|$(?![\s\S]))|`[^`\n]+`)/gm;

/** Changes a text, but not what stands in it as code. */
export function outsideCode(text: string, change: (part: string) => string): string {
  let result = "";
  let end = 0;
  for (const found of text.matchAll(code)) {
    result += change(text.slice(end, found.index)) + found[0];
    end = found.index + found[0].length;
  }
  return result + change(text.slice(end));
}
