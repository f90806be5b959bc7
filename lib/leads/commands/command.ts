export type Command = {
  /** What follows `npm run leads --`, and what it does. */
  usage: [call: string, does: string][];
  /** Gives the exit code. Throws a UsageError for arguments that it does not understand. */
  run(args: string[]): Promise<number>;
};
