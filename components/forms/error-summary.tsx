import type { ReactNode } from "react";

type ErrorSummaryProps = {
  title: string;
  /** What went wrong with the post as a whole. */
  message?: string | undefined;
  errors: { field: string; sentence: string }[];
  /** What else can be done. */
  children?: ReactNode;
};

/**
 * The list of errors above a form: takes focus, and each line leads to its field (GOV.UK error summary). It is there before
 * anything went wrong, hidden, for the page's script to fill in.
 */
export function ErrorSummary({ title, message, errors, children }: ErrorSummaryProps) {
  const isShown = message !== undefined || errors.length > 0;
  return (
    <div
      data-problem
      hidden={!isShown}
      tabIndex={-1}
      role="alert"
      // `autofocus` reaches the reader without script; with script the form moves the focus itself.
      autoFocus={isShown}
      className="mb-8 border-4 border-error p-5"
    >
      <h2 className="text-xl">{title}</h2>
      <p hidden={message === undefined} className="mt-2">
        {message}
      </p>
      <ul hidden={errors.length === 0} className="mt-2">
        {errors.map(({ field, sentence }) => (
          <li key={field}>
            <a href={`#${field}`} className="error-link">
              {sentence}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
