/** The page whose words an address shows as Markdown: that of an article, a service or a hub, and `.md` behind it. */
export function pageOfText(path: string): string | undefined {
  return /^(\/\w\w\/(?:blog|services|hubs)\/[^/]+)\.md$/.exec(path)?.[1];
}

export function hasText(page: string): boolean {
  return pageOfText(`${page}.md`) !== undefined;
}
