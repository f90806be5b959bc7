/** The place for what is said while the form is sent is there before the words are: what comes with them is not announced everywhere. */
export function SubmitButton({ label }: { label: string }) {
  return (
    <>
      <button type="submit" data-send="" className="button bg-button text-on-button">
        {label}
      </button>
      <span role="status" className="sr-only" />
    </>
  );
}
