export function telephoneLink(telephone: string): string {
  return `tel:${telephone.replaceAll(/[^+\d]/g, "")}`;
}
