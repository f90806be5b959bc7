import type { ReactNode } from "react";

/** A long text between its contents and a call to act, which stands beside it as soon as there is room for two. */
export function TextSplit({ contents, text, call }: { contents: ReactNode; text: ReactNode; call: ReactNode }) {
  return (
    <div className="wrap grid grid-cols-1 gap-10 pt-8 md:grid-cols-[minmax(0,1fr)_13rem] md:pt-14 lg:grid-cols-[13rem_minmax(0,1fr)_15rem] xl:gap-16 print:block">
      <div className="max-lg:empty:hidden">{contents}</div>
      <div className="max-w-measure md:max-lg:col-start-1 print:max-w-none">{text}</div>
      <div className="md:*:mt-0 md:max-lg:col-start-2 md:max-lg:row-span-2 md:max-lg:row-start-1">{call}</div>
    </div>
  );
}
