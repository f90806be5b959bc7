import { createServer } from "node:net";

/**
 * Asks for every address that "localhost" may mean, and for all of them together: macOS lets one program listen on
 * 127.0.0.1 and another on 0.0.0.0, and a browser might then reach the wrong one.
 */
export async function isPortInUse(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0", "::"]) {
    if ((await listenError(port, host)) === "EADDRINUSE") return true;
  }
  return false;
}

/** Other errors (no IPv6 here, no right to the port) are left to the program that will listen. */
function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code));
    server.listen({ port, host }, () => server.close(() => done(undefined)));
  });
}
