/** The arguments are wrong. Without a message the usage says what would be right. */
export class UsageError extends Error {
  override name = "UsageError";
}
