/** Who runs the site may have no right to write where it was built, and needs none. */
export function writeIfAllowed(write: () => void) {
  try {
    write();
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw cause;
    console.warn(
      `${path} cannot be written, so builds do not see that this release is used: the third from now removes it.`,
    );
  }
}
