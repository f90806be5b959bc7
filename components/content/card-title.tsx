import type { ReactNode } from "react";

type CardTitleProps = { level?: 2 | 3; className: string; href: string; children: ReactNode };

/** The link covers its card, and the text of the card stays the name of the link alone. */
export function CardTitle({ level = 3, className, href, children }: CardTitleProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={className}>
      <a href={href} className="decoration-2 visited:text-soft group-hover:underline after:absolute after:inset-0">
        {children}
      </a>
    </Heading>
  );
}
