import type { Problem } from "#lib/content/source/content-error.ts";
import { findImage, inAnotherLanguage, missingImage } from "#lib/content/source/content-folder.ts";
import { findDownload, listDownloads, refusedDownload } from "#lib/content/source/downloads.ts";
import { nearest } from "#lib/content/source/nearest.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import { isAllowedLink } from "./addresses.ts";
import { rawMark } from "./lint/raw-mark.ts";
import { signInAddress } from "./sign-in-address.ts";

type Attribute = { block: string | null; name: string; value: string };

/** What the attributes of blocks may name. */
export type Known = { root: string; locale: Locale; services: string[] };

type ReportAttribute = (message: string, severity?: Problem["severity"]) => void;

/** What an attribute of a block becomes; nothing where it names what is not there. */
export function readAttribute(attribute: Attribute, known: Known, report: ReportAttribute): Record<string, string> {
  const { name, value } = attribute;
  if (value === "") return { [name]: "" };
  if (value.search(notInXml) >= 0)
    report("a &#…; here names a character that nobody can see and no feed can hold; remove it");
  const read = readers[name] ?? readWords;
  return read(attribute, known, report);
}

const readers: Record<string, typeof readAttribute> = {
  href({ block, name, value }, _known, report) {
    if (!isAllowedLink(value))
      report("this kind of link is not allowed; use https, mailto, tel or an address of this site");
    else if (block === "Video" && !(/^https?:/i.test(value) && URL.canParse(value)))
      report("write the whole address at which the video is watched, from https:// on");
    const sign = signInAddress(value);
    if (sign) report(sign, "warning");
    return { [name]: value };
  },
  service({ name, value }, { root, locale, services }, report) {
    const known = services.join(", ") || "none yet";
    if (!services.includes(value))
      report(`unknown service "${value}"; known: ${known}${inAnotherLanguage(root, locale, "services")(value)}`);
    return { [name]: value };
  },
  poster({ name, value }, { root }, report) {
    const file = findImage(root, value);
    if (file) return { [name]: `/images/${encodeURIComponent(file)}` };
    if (/[/\\]/.test(value)) report("save the picture in content/images and write its file name alone");
    else report(missingImage(root, value), "warning");
    return {};
  },
  file({ name, value }, { root }, report): Record<string, string> {
    const found = findDownload(root, value);
    if (found) return { [name]: found.name, kind: found.kind, bytes: String(found.bytes) };
    const refusal = refusedDownload(root, value);
    if (refusal) {
      report(refusal);
      return {};
    }
    const names = listDownloads(root).map((download) => download.name);
    const meant = nearest(value, names);
    report(`content/files has no ${value}; ${meant ? `did you mean ${meant}?` : "put the file there"}`);
    return {};
  },
  duration({ name, value }, _known, report) {
    if (!/^(\d{1,2}:[0-5]\d|\d{1,3}):[0-5]\d$/.test(value))
      report(`cannot read "${value}" as minutes and seconds; write it like 3:20 or 1:02:30`);
    return { [name]: value };
  },
};

function readWords({ name, value }: Attribute, _known: Known, report: ReportAttribute) {
  const mark = rawMark(value);
  if (mark) report(mark, "warning");
  return { [name]: value };
}
