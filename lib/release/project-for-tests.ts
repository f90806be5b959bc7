import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderForTests } from "#lib/folder-for-tests.ts";

/** A project with what every release takes from it, and the files given by their path. */
export function projectForTests(files: Record<string, string> = {}): string {
  const project = folderForTests();
  for (const [file, text] of Object.entries({ ...always, ...files })) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  return project;
}

const always = {
  "package.json": '{ "type": "module" }',
  "next.config.ts": "export default {};\n",
  "content/site.yaml": "name: DreamCode\n",
  "lib/a.ts": "",
  "node_modules/a/index.js": "package",
  ".next/BUILD_ID": "built",
};
