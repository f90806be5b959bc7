/** For a process that publishes: what the processes of a release are told by the one that started them is not for it. */
export function publishEnv(): NodeJS.ProcessEnv {
  return { ...process.env, RELEASE_FOLDER: undefined, NODE_UNIQUE_ID: undefined };
}
