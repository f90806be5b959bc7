import type { Messages } from "#content/en/messages.ts";

type NextStepsProps = {
  text: Pick<Messages["form"], "next" | "nextSteps">;
  /** How soon somebody answers, in the reader's language; nothing is promised where it is not set. */
  promise?: string;
};

export function NextSteps({ text, promise }: NextStepsProps) {
  // When the answer comes belongs to the step that it comes with.
  const steps = promise ? [...text.nextSteps.slice(0, -1), `${text.nextSteps.at(-1)} ${promise}`] : text.nextSteps;
  return (
    <aside>
      <h2 className="text-xl">{text.next}</h2>
      <ol className="mt-4 border-t border-hairline">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-4 border-b border-hairline py-4">
            <span
              className="flex size-8 shrink-0 items-center justify-center bg-ink font-bold text-gold dark:bg-gold dark:text-ink"
              aria-hidden="true"
            >
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
