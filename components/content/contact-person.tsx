import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Cover } from "./cover.tsx";

type ContactPersonProps = { locale: Locale; text: Messages["company"]; site: Site; findPicture: FindPicture };

/** Whom a buyer talks to; nothing while nobody is named. */
export function ContactPerson({ locale, text, site: { contact }, findPicture }: ContactPersonProps) {
  if (!contact) return null;
  const { name, portrait, role, languages } = contact;
  return (
    <div className="mb-8 flex gap-5 cramped:flex-col">
      <div className="size-20 shrink-0 overflow-hidden sm:size-28 print:size-16">
        <Cover
          of={{ slug: "contact", image: portrait }}
          findPicture={findPicture}
          columns={1}
          rows={1}
          sizes="7rem"
          alt={portrait && name}
        />
      </div>
      <div>
        <h3 className="text-base text-soft">{text.contact}</h3>
        <p className="text-2xl font-bold">{name}</p>
        {role && <p>{role[locale]}</p>}
        {languages && <p className="text-soft">{languages[locale]}</p>}
      </div>
    </div>
  );
}
