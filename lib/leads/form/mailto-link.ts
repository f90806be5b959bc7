type MailtoText = {
  subject: string;
  text: string;
  /** Says at the end of a text that it was cut. */
  cut: string;
};

// Windows hands a program a command line of 2,048 characters at most, and opens nothing when the link is longer.
const longest = 1_900;

/** A link that opens a mail with a text, or with the beginning of it (RFC 6068: line breaks are CR LF). */
export function mailtoLink(address: string, { subject, text, cut }: MailtoText): { href: string; isWhole: boolean } {
  const start = `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encodeURIComponent(subject.toWellFormed())}&body=`;
  const room = longest - start.length;
  const wellFormed = text.toWellFormed();
  if (fitting(wellFormed, room) === wellFormed) return { href: start + encoded(wellFormed), isWhole: true };
  const end = `\n\n${cut}`;
  return { href: start + encoded(fitting(wellFormed, room - encoded(end).length) + end), isWhole: false };
}

/** The beginning of a text that takes no more than so many characters in an address. */
function fitting(text: string, room: number): string {
  let length = 0;
  let left = room;
  for (const character of text) {
    left -= encoded(character).length;
    if (left < 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll("\n", "\r\n"));
}
