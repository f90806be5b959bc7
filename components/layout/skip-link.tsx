export function SkipLink({ href, text }: { href: string; text: string }) {
  return (
    <a
      href={href}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:bg-ink focus:px-4 focus:py-3 focus:text-gold focus:-outline-offset-4 focus:outline-gold"
    >
      {text}
    </a>
  );
}
