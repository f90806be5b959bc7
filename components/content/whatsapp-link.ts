/** As WhatsApp wants it: digits alone, without the + and zeros before them. */
export function whatsappLink(number: string, text?: string): string {
  return `https://wa.me/${number.replaceAll(/\D/g, "")}${text ? `?text=${encodeURIComponent(text)}` : ""}`;
}
