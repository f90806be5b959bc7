import type { ReactNode } from "react";

type SectionProps = {
  title: string;
  more?: { href: string; label: string };
  /** The title stands above, and the content has the whole width. */
  isWide?: boolean;
  children: ReactNode;
};

/** A titled part of a page: the title stands beside its content where there is room. */
export function Section({ title, more, isWide, children }: SectionProps) {
  return (
    <section className={`wrap grid grid-cols-1 gap-8 pt-16 md:pt-24 ${isWide ? "" : "lg:grid-cols-[1fr_2fr]"}`}>
      <div className={isWide ? "flex flex-wrap items-end justify-between gap-x-8" : ""}>
        <h2 className="display text-3xl md:text-4xl">{title}</h2>
        {more && (
          <a
            href={more.href}
            className="mt-4 inline-flex min-h-11 items-center font-medium text-link underline decoration-2"
          >
            {more.label}
          </a>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}
