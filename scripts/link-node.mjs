// npm 10, which comes with Node 20 and 22, removes node_modules/.bin/node again when it skips the same-named command
// of the other platforms' packages (npm/cli#4362). Without the link, npm scripts would run on the system's Node.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { pinnedNode } from "./pinned-node.mjs";

const link = "node_modules/.bin/node";
if (process.platform !== "win32" && existsSync(pinnedNode) && !existsSync(link)) {
  mkdirSync("node_modules/.bin", { recursive: true });
  symlinkSync(pinnedNode.replace("node_modules", ".."), link);
}
