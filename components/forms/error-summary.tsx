import type { ReactNode, Ref } from "react";

type ErrorSummaryProps = {
  title: string;
  /** What went wrong with the post as a whole. */
  message?: string;
  errors: { field: string; sentence: string }[];
  ref?: Ref<HTMLDivElement>;
  /** What else can be done. */
  children?: ReactNode;
};

/** The list of errors above a form: takes focus, and each line leads to its field (GOV.UK error summary). */
export function ErrorSummary({ title, message, errors, ref, children }: ErrorSummaryProps) {
  return (
    // `autofocus` reaches the reader without script; with script the form moves the focus itself.
    <div ref={ref} tabIndex={-1} role="alert" autoFocus className="mb-8 border-4 border-error p-5">
      <h2 className="text-xl">{title}</h2>
      {message && <p className="mt-2">{message}</p>}
      {errors.length > 0 && (
        <ul className="mt-2">
          {errors.map(({ field, sentence }) => (
            <li key={field}>
              <a href={`#${field}`} className="inline-flex min-h-9 items-center font-semibold text-error underline">
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
