import { endOnError } from "#lib/end-on-error.ts";
import { outliveOutput } from "#lib/outlive-output.ts";
import { runInTurn } from "#lib/release/run-in-turn.ts";

outliveOutput();

// What runs is what was built; development runs what is here.
if (process.argv.includes("--dev")) {
  const { startSite } = await import("#lib/start-site.ts");
  await startSite();
} else {
  endOnError();
  await runInTurn("lib/site-process.ts");
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}
