import { Logo } from "./logo.tsx";

/** The head of a page that has no navigation: the logo on gold. */
export function Masthead({ home }: { home: string }) {
  return (
    <header className="on-gold bg-gold text-ink">
      <div className="wrap py-3">
        <a href={home} className="inline-flex min-h-11 items-center">
          <Logo tone="gold" />
        </a>
      </div>
    </header>
  );
}
