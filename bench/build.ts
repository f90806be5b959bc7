import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setInterval } from "node:timers";
import { parseArgs } from "node:util";
import { alignedTable } from "#lib/aligned-table.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { processTree } from "../scripts/process-tree.ts";
import { startProcess } from "../scripts/start-process.ts";
import { stopSignal } from "../scripts/stop-signal.ts";
import { machine } from "./machine.ts";

// What a first build takes with so many articles a language, in a copy of the project, the next one with nothing changed, and
// the publication of a sentence more in one of them.
const { sizes } = parseArgs({ options: { sizes: { type: "string", default: "5,1000,5000" } } }).values;
const own = 5;

const stop = stopSignal();
const rows: { articles: number; wall: number; again: number; published: number; cpu: number; bytes: number }[] = [];
for (const articles of sizes.split(",").map(Number)) rows.push({ articles, ...(await build(articles)) });

console.log(
  `${machine()}\na first build, nothing kept of an earlier one; memory is what all its processes hold at once\n`,
);
console.log(
  alignedTable([
    ["articles a language", "s", "again s", "a sentence s", "CPU s", "peak MB", "CPU ms per further article"],
    ...rows.map(({ articles, wall, again, published, cpu, bytes }, index) => {
      const { articles: fewer, cpu: less } = rows[index - 1] ?? { articles, cpu };
      const further =
        articles === fewer ? "" : (((cpu - less) * 1000) / ((articles - fewer) * locales.length)).toFixed(1);
      return [
        `${articles}`,
        wall.toFixed(0),
        again.toFixed(0),
        published.toFixed(1),
        cpu.toFixed(0),
        (bytes / 1e6).toFixed(0),
        further,
      ];
    }),
  ]),
);

async function build(articles: number) {
  const place = mkdtempSync(join(tmpdir(), "dreamcode-build-"));
  try {
    copyProject(place);
    for (const locale of locales) addArticles(join(place, "content", locale, "blog"), articles - own);
    const first = await run(place, "scripts/build.ts");
    const { wall: again } = await run(place, "scripts/build.ts");
    addSentence(join(place, "content", defaultLocale, "blog"));
    const { wall: published } = await run(place, "scripts/publish.ts");
    return { ...first, again, published };
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The packages as hard links: Next takes none from outside of the folder it builds. */
function copyProject(place: string) {
  const isLeftOut = (path: string) => /^(node_modules|data|\.git|\.next|\.releases|public\/images)(\/|$)/.test(path);
  cpSync(".", place, { recursive: true, filter: (path) => !isLeftOut(path) });
  const { status } = spawnSync("cp", ["-al", "node_modules", join(place, "node_modules")]);
  if (status !== 0) cpSync("node_modules", join(place, "node_modules"), { recursive: true, verbatimSymlinks: true });
}

/** One of ours again and again, under other names, titles and days. */
function addArticles(folder: string, count: number) {
  const name = readdirSync(folder).find((file) => file.endsWith(".md")) ?? "";
  const text = readFileSync(join(folder, name), "utf8");
  for (let index = 1; index <= count; index++) {
    const day = new Date(Date.UTC(2024, 0, 1 + (index % 700)));
    const date = day.toLocaleDateString("en-US", { month: "long", day: "2-digit", year: "numeric", timeZone: "UTC" });
    const article = text
      .replace(/^(metaTitle|meta_description|title): ("?)/gm, `$1: $2${index} `)
      .replace(/^url: .*/m, `url: generated-${index}`)
      .replace(/^date: .*/m, `date: ${date}`);
    writeFileSync(join(folder, `generated-${index}.md`), article);
  }
}

function addSentence(folder: string) {
  const name = readdirSync(folder).find((file) => file.endsWith(".md")) ?? "";
  appendFileSync(join(folder, name), "\nA sentence more.\n");
}

async function run(cwd: string, name: string) {
  const start = performance.now();
  const program = startProcess(process.execPath, [name], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stop,
    quiet: true,
    cwd,
  });
  let [cpu, bytes] = [0, 0];
  const watch = setInterval(() => {
    const now = processTree(program.pid);
    cpu = Math.max(cpu, now.cpuSeconds);
    bytes = Math.max(bytes, now.bytes);
  }, 100);
  const code = await program.exitCode;
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program.output()}\n${name} ended with exit code ${code}.`);
  return { wall: (performance.now() - start) / 1000, cpu, bytes };
}
