/**
 * The folder of the build that runs, or is being made: it has the content as it was then, and what was made of it. Without
 * one, in development and for commands that need no build, the project's own folder stands in, as it is now.
 */
export const releaseFolder = process.env.RELEASE_FOLDER ?? process.cwd();

/** Nothing in a release changes, and readers see it. */
export function isRelease(): boolean {
  return process.env.RELEASE_FOLDER !== undefined;
}
