import { readFileSync } from "node:fs";
import { type PageLoad, pageLoad } from "./page-load.ts";

export type Form = "mobile" | "desktop";

type Options = {
  url: string;
  form: Form;
  debuggingPort: number;
  /** A file that Lighthouse may overwrite. */
  report: string;
  run(args: string[]): Promise<void>;
};

/** Lighthouse in a process of its own: it leaves rejections behind when its browser goes, on Ctrl-C for example. */
export async function measureLoad({ url, form, debuggingPort, report, run }: Options): Promise<PageLoad> {
  await run([
    "node_modules/lighthouse/cli/index.js",
    url,
    `--port=${debuggingPort}`,
    ...(form === "desktop" ? ["--preset=desktop"] : []),
    "--only-categories=performance,accessibility,best-practices,seo",
    "--disable-full-page-screenshot",
    "--no-enable-error-reporting",
    "--quiet",
    "--output=json",
    `--output-path=${report}`,
  ]);
  return pageLoad(JSON.parse(readFileSync(report, "utf8")));
}
