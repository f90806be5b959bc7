/** Why a file or a folder cannot be made or written, in words; undefined where nobody but a developer could tell. */
export function fileTrouble(cause: unknown): string | undefined {
  switch (cause instanceof Error && "code" in cause ? cause.code : undefined) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "this user may not read and write there";
    case "ENOENT":
      return "there is no such folder";
    case "EEXIST":
    case "ENOTDIR":
      return "it is no folder";
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    default:
      return undefined;
  }
}
