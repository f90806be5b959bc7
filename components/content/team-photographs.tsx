import type { Site } from "#lib/content/settings/site.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Picture } from "./picture.tsx";

type TeamPhotographsProps = { locale: Locale; photographs: Site["photographs"]; findPicture: FindPicture };

export function TeamPhotographs({ locale, photographs, findPicture }: TeamPhotographsProps) {
  if (photographs.length === 0) return null;
  return (
    <ul className="mt-8 grid gap-4 sm:grid-cols-2">
      {photographs.map(({ picture, alt }) => {
        const found = findPicture(picture);
        return (
          found && (
            <li key={picture}>
              <Picture picture={found} alt={alt[locale]} sizes="(min-width: 40rem) 24rem, 100vw" />
            </li>
          )
        );
      })}
    </ul>
  );
}
