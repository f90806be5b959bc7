import type { ReactNode } from "react";

type SectionProps = {
  title: string;
  more?: { href: string; label: string };
  /** The title stands above, and the content has the whole width. */
  isWide?: boolean;
  /** Leads on to other pages, and stays off paper. */
  isRelated?: boolean;
  children: ReactNode;
};

/** A titled part of a page: the title stands beside its content where there is room. */
export function Section({ title, more, isWide, isRelated, children }: SectionProps) {
  return (
    <section
      className={`wrap grid grid-cols-1 gap-8 pt-16 md:pt-24 print:gap-2 print:pt-6 ${isWide ? "" : "lg:grid-cols-[1fr_2fr]"} ${isRelated ? "no-print" : ""}`}
    >
      <div className={isWide ? "flex flex-wrap items-end justify-between gap-x-8" : ""}>
        <h2 className="display text-3xl md:text-4xl">{title}</h2>
        {more && (
          <a
            href={more.href}
            className="no-print mt-4 inline-flex min-h-11 items-center font-medium text-link underline decoration-2"
          >
            {more.label}
          </a>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}
