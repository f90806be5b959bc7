import type { ReactNode } from "react";
import { Quotation } from "#components/content/quotation.tsx";
import type { Project } from "#lib/content/kinds/project.ts";

/** The text of a story, then what its client said of the work, when somebody allowed that to be shown. */
export function ProjectStory({ project: { quote }, children }: { project: Project; children: ReactNode }) {
  return (
    <>
      {children}
      {quote && (
        <div className="max-w-[65ch]">
          <Quotation name={quote.name} role={quote.role}>
            {quote.text}
          </Quotation>
        </div>
      )}
    </>
  );
}
