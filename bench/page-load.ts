import * as z from "zod";
import { median } from "./median.ts";

type Measure = (typeof measures)[number]["name"];

export type PageLoad = {
  numbers: Record<Measure, number>;
  /** Audits of the judged categories that failed, with what they point at. */
  failures: string[];
};

const least = (values: number[]) => Math.min(...values);
const most = (values: number[]) => Math.max(...values);

const whole = (value: number) => value.toFixed(0);
const kilobytes = (value: number) => (value / 1024).toFixed(1);

const measures = [
  { name: "Perf", of: median, show: whole },
  { name: "A11y", of: least, show: whole },
  { name: "BP", of: least, show: whole },
  { name: "SEO", of: least, show: whole },
  { name: "FCP", of: median, show: whole },
  { name: "LCP", of: median, show: whole },
  { name: "CLS", of: most, show: (value: number) => (value === 0 ? "0" : value.toFixed(4)) },
  { name: "TBT", of: median, show: whole },
  { name: "requests", of: median, show: whole },
  { name: "HTML", of: median, show: kilobytes },
  { name: "CSS", of: median, show: kilobytes },
  { name: "JS", of: median, show: kilobytes },
  { name: "fonts", of: median, show: kilobytes },
  { name: "images", of: median, show: kilobytes },
  { name: "other", of: median, show: kilobytes },
  { name: "all", of: median, show: kilobytes },
] as const;

const fullScore = ["A11y", "BP", "SEO"] as const;

export const headings = measures.map(({ name }) => name);

export function row({ numbers }: PageLoad): string[] {
  return measures.map(({ name, show }) => show(numbers[name]));
}

export function summary(loads: PageLoad[]): PageLoad {
  const entries = measures.map(({ name, of }) => [name, of(loads.map(({ numbers }) => numbers[name]))]);
  return { numbers: Object.fromEntries(entries), failures: [...new Set(loads.flatMap(({ failures }) => failures))] };
}

/** Of requests, and of transferred bytes in KB. */
export type Budget = Partial<Record<(typeof budgeted)[number], number>>;

const budgeted = ["requests", "HTML", "CSS", "JS", "fonts"] as const;

/** What the page promises and does not keep, in words; speed is not among it. */
export function shortfalls({ numbers, failures }: PageLoad, budget: Budget = {}): string[] {
  const scores = fullScore.filter((name) => numbers[name] < 100).map((name) => `${name} is ${numbers[name]}, not 100`);
  const shift = numbers.CLS > 0 ? [`CLS is ${numbers.CLS}, not 0`] : [];
  const judged = scores.length + shift.length === 0 ? [] : [...scores, ...shift, ...failures];
  return [...judged, ...overdrawn(numbers, budget)];
}

function overdrawn(numbers: PageLoad["numbers"], budget: Budget): string[] {
  return budgeted.flatMap((name) => {
    const most = budget[name] ?? Number.POSITIVE_INFINITY;
    const spent = name === "requests" ? numbers[name] : numbers[name] / 1024;
    return spent > most ? [`${name} is ${spent.toFixed(1)}, more than ${most}`] : [];
  });
}

/** From Lighthouse's report as JSON. */
export function pageLoad(report: unknown): PageLoad {
  const { categories, audits } = reportSchema.parse(report);
  const score = (id: string) => {
    const { score = null } = categories[id] ?? {};
    // Lighthouse gives none when an audit broke: a category nobody could judge does not pass.
    return score === null ? 0 : Math.round(score * 100);
  };
  const value = (id: string) => z.number({ error: `Lighthouse gave no ${id}.` }).parse(audits[id]?.numericValue);
  const requests = requestsSchema.parse(audits["network-requests"]?.details?.items);
  const bytes = (...kinds: string[]) => sum(requests.filter(({ resourceType }) => kinds.includes(resourceType)));
  const all = sum(requests);
  const named = {
    HTML: bytes("Document"),
    CSS: bytes("Stylesheet"),
    JS: bytes("Script"),
    fonts: bytes("Font"),
    images: bytes("Image"),
  };

  return {
    numbers: {
      Perf: score("performance"),
      A11y: score("accessibility"),
      BP: score("best-practices"),
      SEO: score("seo"),
      FCP: value("first-contentful-paint"),
      LCP: value("largest-contentful-paint"),
      CLS: value("cumulative-layout-shift"),
      TBT: value("total-blocking-time"),
      requests: requests.length,
      ...named,
      other: all - named.HTML - named.CSS - named.JS - named.fonts - named.images,
      all,
    },
    failures: failedAudits(categories, audits),
  };
}

function failedAudits(categories: Report["categories"], audits: Report["audits"]): string[] {
  const judged = ["accessibility", "best-practices", "seo"].flatMap((id) => categories[id]?.auditRefs ?? []);
  const failed = judged.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id);
  const broken = judged.filter(({ id }) => audits[id]?.scoreDisplayMode === "error").map(({ id }) => id);
  const shifts = audits["cumulative-layout-shift"]?.numericValue ? ["layout-shifts"] : [];
  return [...failed, ...broken, ...shifts].map((id) => {
    const { title, explanation, errorMessage, details } = audits[id] ?? {};
    const item = Array.isArray(details?.items) ? details.items[0] : undefined;
    return [id, title, errorMessage, explanation, item && JSON.stringify(item).slice(0, 600)]
      .filter(Boolean)
      .join(" | ");
  });
}

function sum(requests: z.infer<typeof requestsSchema>): number {
  return requests.reduce((total, { transferSize }) => total + transferSize, 0);
}

type Report = z.infer<typeof reportSchema>;

const auditSchema = z.object({
  title: z.string(),
  score: z.number().nullable(),
  scoreDisplayMode: z.string(),
  numericValue: z.number().optional(),
  explanation: z.string().optional(),
  errorMessage: z.string().optional(),
  // Most audits list what they point at; some give an object instead.
  details: z.object({ items: z.unknown().optional() }).optional(),
});

const reportSchema = z.object({
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), auditSchema),
});

const requestsSchema = z.array(z.object({ resourceType: z.string(), transferSize: z.number() }));
