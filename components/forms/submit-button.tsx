type SubmitButtonProps = { label: string; pendingLabel: string; pending: boolean };

/** Says that it is sending, and stays where it is: a button that is taken away loses the keyboard's place. */
export function SubmitButton({ label, pendingLabel, pending }: SubmitButtonProps) {
  return (
    <>
      <button type="submit" aria-disabled={pending} className="button bg-button text-on-button">
        {pending ? pendingLabel : label}
      </button>
      <span role="status" className="sr-only">
        {pending && pendingLabel}
      </span>
    </>
  );
}
