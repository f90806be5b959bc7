import type { ReactNode } from "react";
import type { Project } from "#lib/content/kinds/project.ts";

type ProjectStoryProps = { project: Project; children: ReactNode };

/** The text of a story, then what its client said of the work, when somebody allowed that to be shown. */
export function ProjectStory({ project: { quote }, children }: ProjectStoryProps) {
  return (
    <>
      {children}
      {quote && (
        <figure className="mt-10 max-w-[65ch] border-l-8 border-gold pl-6">
          <blockquote className="font-serif text-2xl">{quote.text}</blockquote>
          <figcaption className="mt-3 text-sm">
            {quote.name}, {quote.role}
          </figcaption>
        </figure>
      )}
    </>
  );
}
