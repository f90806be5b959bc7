/** What is read of a file or folder; undefined where there is none of that name, or it is gone meanwhile. */
export function ifThere<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    return absent(error as NodeJS.ErrnoException);
  }
}

/** The same for a promise, as what `catch` takes. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
