/** The site of an address as people say it. */
export function hostOf(address: string): string {
  return new URL(address, "https://this.site").hostname.replace(/^www\./, "");
}
