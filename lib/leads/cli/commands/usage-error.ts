/** The arguments are wrong. The usage says what would be right, unless the message does. */
export class UsageError extends Error {
  override name = "UsageError";
  readonly showsUsage: boolean;

  constructor(message?: string, showsUsage = message === undefined) {
    super(message);
    this.showsUsage = showsUsage;
  }
}
