import type { ReactNode } from "react";

type QuotationProps = { name: string; role?: string; organization?: string; children: ReactNode };

/** Somebody's words, with who said them. */
export function Quotation({ name, role, organization, children }: QuotationProps) {
  return (
    <figure className="my-10 border-l-8 border-gold pl-6">
      <blockquote className="border-0! pl-0! font-serif text-2xl leading-snug [&>*+*]:mt-3">{children}</blockquote>
      <figcaption className="mt-3 font-sans text-sm">
        {[name, role, organization].filter(Boolean).join(", ")}
      </figcaption>
    </figure>
  );
}
