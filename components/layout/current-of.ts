/** What `aria-current` says of a link: its address is that of the page, or it leads to the list that the page stands in. */
export function currentOf(href: string, page: string): "page" | "true" | undefined {
  const [path = ""] = page.split("?");
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}
