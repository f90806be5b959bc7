import type { Heading } from "#lib/content/text/body.ts";

export function TableOfContents({ title, headings }: { title: string; headings: Heading[] }) {
  const sections = headings.filter((heading) => heading.depth === 2);
  if (sections.length < 2) return null;
  return (
    <nav aria-label={title} className="no-print text-sm lg:sticky lg:top-6">
      <p className="font-bold">{title}</p>
      <ul className="mt-3 border-l-2 border-hairline">
        {sections.map((heading) => (
          <li key={heading.id}>
            <a
              href={`#${heading.id}`}
              className="-ml-0.5 block border-l-2 border-transparent py-1.5 pl-4 hover:border-link hover:underline"
            >
              {heading.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
