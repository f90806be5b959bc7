import path from "node:path";
import { day } from "./day.ts";
import { decoded } from "./decoded.ts";
import { flowList } from "./flow-list.ts";

type Ours = {
  /** What other programs and sites call it, in small letters and without - and _. */
  names: string[];
  /** How we write what stands there; undefined where it cannot be said in a short line. */
  write(value: unknown): string | undefined;
};

const ours: Record<string, Ours> = {
  title: { names: ["headline", "heading", "posttitle"], write: asText },
  metaTitle: { names: ["seotitle", "metatitle", "ogtitle", "titletag", "pagetitle"], write: asText },
  summary: { names: ["excerpt", "abstract", "intro", "lead"], write: asText },
  meta_description: {
    names: ["description", "metadescription", "metadesc", "seodescription", "ogdescription", "excerpt", "summary"],
    write: asText,
  },
  url: { names: ["slug", "permalink", "path", "link", "address"], write: asUrl },
  imglink: {
    names: [
      ...["image", "images", "img", "picture", "photo", "cover", "coverimage", "thumbnail", "thumb", "banner", "hero"],
      ...["heroimage", "headerimage", "featured", "featuredimage", "featureimage", "ogimage", "socialimage"],
    ],
    write: asPicture,
  },
  imgalt: { names: ["alt", "imagealt", "coveralt", "heroimagealt", "thumbnailalt", "featuredimagealt"], write: asText },
  imgfocus: { names: ["focus", "focalpoint", "imagefocus", "imageposition", "objectposition"], write: asText },
  imgcaption: { names: ["caption", "imagecaption", "covercaption"], write: asText },
  imgcredit: { names: ["credit", "imagecredit", "photocredit", "photographer"], write: asText },
  portrait: { names: ["image", "photo", "picture", "avatar", "headshot", "thumbnail"], write: asPicture },
  portraitfocus: { names: ["focus", "focalpoint", "photofocus"], write: asText },
  portraitalt: { names: ["alt", "imagealt", "photoalt", "avataralt"], write: nothing },
  name: { names: ["title", "fullname", "displayname"], write: asText },
  role: { names: ["job", "jobtitle", "position"], write: nothing },
  bio: { names: ["description", "about", "biography"], write: nothing },
  date: {
    names: [
      ...["published", "publishdate", "publisheddate", "publishedat", "publishedon", "publicationdate", "pubdate"],
      ...["datepublished", "created", "createdat", "postdate"],
    ],
    write: asDay,
  },
  updated: {
    names: [
      ...["lastmod", "lastmodified", "lastmodifiedat", "lastupdated", "lastupdate", "updatedat", "updateddate"],
      ...["updatedon", "modified", "modifiedat", "modifieddate", "datemodified", "dateupdated"],
    ],
    write: asDay,
  },
  draft: { names: ["published", "publish", "status", "poststatus", "visibility", "isdraft"], write: asDraft },
  category: { names: ["categories", "section", "topic"], write: asName },
  tags: { names: ["tag", "keywords", "topics", "labels", "hashtags"], write: asList },
  author: { names: ["authors", "writer", "writers", "by", "byline", "creator"], write: asNames },
  read: { names: ["readingtime", "readtime", "minutes", "minread", "timetoread"], write: asText },
};

/** The key of ours that goes by another name elsewhere, and where it can be said, its line as it would be here. */
export function foreignKey(name: string, value: unknown, known: string[]): { key: string; line?: string } | undefined {
  const plain = name.toLowerCase().replaceAll(/[-_ ]/g, "");
  const found = known
    .filter((key) => ours[key]?.names.includes(plain))
    .map((key) => ({ key, written: ours[key]?.write(value) }));
  // Elsewhere `published` is a day, or says whether it is.
  const meant = found.find(({ written }) => written !== undefined) ?? found[0];
  if (!meant) return undefined;
  const { key, written } = meant;
  return written === undefined ? { key } : { key, line: `${key}: ${written}` };
}

/** How we write what stands under a key of ours elsewhere; undefined where it takes a person to say it. */
export function asOurs(key: string, value: unknown): string | undefined {
  return ours[key]?.write(value);
}

/** What we have in each language. */
function nothing(): undefined {}

function asText(value: unknown): string | undefined {
  // What is longer stands in the file, to be read there.
  if (typeof value !== "string" || !/^[^\n]{1,80}$/.test(value)) return undefined;
  return /^[\p{L}\p{N}][^:#]*$/u.test(value) ? value : JSON.stringify(value);
}

/** The last part of an address. */
function asUrl(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const last = path.posix.basename(value.replace(/[?#].*$/, "")).replace(/\.(html?|mdx?|php)$/, "");
  return /^(?=.*[a-z0-9])[a-z0-9._-]+$/i.test(last) ? last : undefined;
}

/** The name of a file: of the first where there are several, and of one of which more is said. */
function asPicture(value: unknown): string | undefined {
  if (Array.isArray(value)) return asPicture(value[0]);
  if (typeof value === "object" && value !== null) {
    const keys = ["image", "src", "url", "file", "path", "relative"];
    return asPicture(keys.flatMap((key) => Reflect.get(value, key) ?? [])[0]);
  }
  if (typeof value !== "string") return undefined;
  const file = decoded(
    value
      .replace(/[?#].*$/, "")
      .split(/[/\\]/)
      .at(-1) ?? "",
  );
  return /\.\w+$/.test(file) ? asText(file) : undefined;
}

function asDay(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const written = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(value)?.[0] ?? value;
  return day.safeParse(written).success ? written : undefined;
}

function asDraft(value: unknown): string | undefined {
  const word = String(value).toLowerCase();
  if (["draft", "pending", "private", "hidden", "false"].includes(word)) return "true";
  return ["publish", "published", "public", "live", "true"].includes(word) ? "false" : undefined;
}

/** One name, also where there is a list of one. */
function asName(value: unknown): string | undefined {
  return Array.isArray(value) ? (value.length === 1 ? asText(value[0]) : undefined) : asText(value);
}

function asNames(value: unknown): string | undefined {
  return asName(value) ?? asList(value);
}

function asList(value: unknown): string | undefined {
  const items = Array.isArray(value) ? value.filter((item) => typeof item === "string") : value;
  return typeof items === "string" || Array.isArray(items) ? flowList(items) : undefined;
}
