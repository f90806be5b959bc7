import type { ReactNode } from "react";

/** A form and what goes with it; where there is room for both side by side, its picture as well. */
export function FormSplit({ form, beside, cover }: { form: ReactNode; beside?: ReactNode; cover: ReactNode }) {
  return (
    <div className="wrap grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)] lg:gap-20">
      <div>{form}</div>
      <div className="lg:sticky lg:top-6 lg:self-start">
        {beside}
        <div className="hidden aspect-[3/2] overflow-hidden not-first:mt-10 lg:block">{cover}</div>
      </div>
    </div>
  );
}
