/** Why nothing can be taken from a file: for whoever typed the command. */
export class ImportError extends Error {
  override name = "ImportError";
}
