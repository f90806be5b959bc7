import type { ReactNode } from "react";

type TextSplitProps = {
  contents: ReactNode;
  text: ReactNode;
  /** A call to act. */
  call: ReactNode;
  /** What follows on the text and the call. */
  rest?: ReactNode;
};

/** A long text between its contents and a call to act, which stays in sight beside it as soon as there is room for two. */
export function TextSplit({ contents, text, call, rest }: TextSplitProps) {
  return (
    <div className="wrap grid grid-cols-1 gap-10 pt-8 md:grid-cols-[minmax(0,1fr)_13rem] md:pt-14 lg:grid-cols-[13rem_minmax(0,1fr)_15rem] xl:gap-16 print:block">
      <div className="max-lg:empty:hidden lg:row-span-2">{contents}</div>
      <div className="max-w-measure md:max-lg:col-start-1 print:max-w-none">{text}</div>
      <div className="md:max-lg:col-start-2 md:max-lg:row-span-3 md:max-lg:row-start-1 lg:row-span-2">
        <div className="md:sticky md:top-6 md:*:mt-0">{call}</div>
      </div>
      {rest && <div className="max-w-measure md:max-lg:col-start-1 lg:col-start-2 print:max-w-none">{rest}</div>}
    </div>
  );
}
