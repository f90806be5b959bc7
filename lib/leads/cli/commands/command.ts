import type { ParseArgsConfig } from "node:util";

export type Command = {
  /** What follows `npm run leads --`, and what it does. */
  usage: [call: string, does: string][];
  /** As `parseArgs` takes them. */
  options?: NonNullable<ParseArgsConfig["options"]>;
  /** Gives the exit code. Throws a UsageError for arguments that it does not understand. */
  run(args: string[]): Promise<number>;
};
