import type { Messages } from "#content/en/messages.ts";

/** Nobody is led to stories before one is told. */
export function projectsTitle(
  { title, titleWithStories }: Messages["projects"],
  { stories }: { stories: number },
): string {
  return stories > 0 ? titleWithStories : title;
}
