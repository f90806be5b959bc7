const flushMs = 200;

/** Writes lines to standard output a few times a second: each write of its own costs as much as a third of an answer. */
export function logWriter() {
  let waiting = "";
  function flush() {
    if (waiting) process.stdout.write(waiting);
    waiting = "";
  }
  setInterval(flush, flushMs).unref();
  return {
    flush,
    write(line: string) {
      waiting += `${line}\n`;
    },
  };
}
