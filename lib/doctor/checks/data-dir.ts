import { existsSync, statSync } from "node:fs";
import { expectUsable } from "#lib/leads/disk/expect-usable.ts";
import { openToOthers } from "#lib/leads/disk/open-to-others.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import type { Check } from "../finding.ts";

export const dataDir: Check = async ({ env: { dataDir: folder } }) => {
  if (!existsSync(folder)) {
    return { state: "warning", seen: `${folder} is not there yet`, todo: "The first start makes it, as its user." };
  }
  try {
    expectUsable(folder);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return {
      state: "wrong",
      seen: cause.message.replace(/\.$/, ""),
      todo: "Give it to the user that runs the site (chown -R).",
    };
  }
  const open = openToOthers(folder);
  if (open.length > 0) {
    return { state: "wrong", seen: `others can open ${open.join(", ")}`, todo: `chmod go= ${open.join(" ")}` };
  }
  const { uid } = statSync(folder);
  const user = process.getuid?.() ?? uid;
  if (uid !== user) {
    const seen = `${folder} belongs to user ${uid}, and this is user ${user}`;
    return { state: "warning", seen, todo: "Run the site and its commands as that user." };
  }
  return { state: "ok", seen: `${folder} can be written, and is its user's alone` };
};
