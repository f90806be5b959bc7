/**
 * A text in small letters without their marks, by which names and words are compared: São Paulo and SAO PAULO are one. Marks go
 * first, because NFKD sorts those on a letter in quadratic time: 10,000 that come apart in two took 310 ms.
 */
export function plainLetters(text: string): string {
  return text.replace(marks, "").normalize("NFKD").replace(marks, "").toLowerCase();
}

const marks = /\p{M}/gu;
