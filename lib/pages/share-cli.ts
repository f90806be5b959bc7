import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { shareSheet } from "./share-sheet.ts";

const usage = "npm run share -- /en/blog/the-address-of-an-article";
const [asked, ...others] = process.argv.slice(2);

if (!asked || others.length > 0 || !/^\/(?:[\w.-]+\/?)+$/.test(asked) || asked.split("/").includes("..")) {
  console.error(`Name one page by its address: ${usage}`);
  process.exitCode = 2;
} else {
  const address = asked.replace(/\/$/, "");
  const built = path.join(siteFolder, `${address}.html`);
  if (!existsSync(built)) {
    console.error(
      `The build keeps no page ${address}. Run npm run build first, mind the spelling; /hours and /search are made when asked for.`,
    );
    process.exitCode = 1;
  } else {
    const file = path.join(tmpdir(), `share${address.replaceAll("/", "-")}.html`);
    writeFileSync(file, await shareSheet(address, readFileSync(built, "utf8"), readPicture));
    console.log(`Open ${file}`);
  }
}

async function readPicture(address: string) {
  const file = path.join(siteFolder, address);
  return existsSync(file) ? { type: "image/png", bytes: readFileSync(file) } : undefined;
}
