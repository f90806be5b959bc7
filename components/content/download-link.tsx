import { formatFileSize } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type DownloadLinkProps = { file: string; title: string; kind: string; bytes: string; locale: Locale };

/** A file for readers to keep: what it is and how large, before they wait for it. */
export function DownloadLink({ file, title, kind, bytes, locale }: DownloadLinkProps) {
  return (
    <a
      href={paths.file(file)}
      className="group my-8 flex items-center gap-4 border-y-2 border-rule py-3 font-sans text-text! no-underline!"
    >
      <svg viewBox="0 0 24 24" className="size-10 shrink-0 bg-gold p-2 text-ink" aria-hidden="true">
        <path d="M12 3v12m-5-5 5 5 5-5M4 20h16" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>
        <span className="block font-bold group-hover:underline">{title}</span>
        <span className="block text-sm text-soft">
          {kind}, {formatFileSize(Number(bytes), locale)}
        </span>
      </span>
    </a>
  );
}
