import { join } from "node:path";

/** The script of the pages with a form, with all that it imports, as browsers get it. */
export async function bundleScript(): Promise<string> {
  // Not needed by the running site.
  const { build } = await import("rolldown");
  const { output } = await build({
    input: join(import.meta.dirname, "../../../components/start-scripts.ts"),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    output: { format: "esm", minify: true },
    write: false,
  });
  return output[0].code;
}
