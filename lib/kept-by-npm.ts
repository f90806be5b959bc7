/**
 * Options that npm took for its own, because no `--` stood before them, and without which a command would do more than
 * was asked. npm hands them on as configuration; what a file of npm's configuration says does not come this way.
 */
export function keptByNpm(options: string[], environment: NodeJS.ProcessEnv = process.env): string[] {
  const kept = options.filter((option) => environment[`npm_config_${option.replaceAll("-", "_")}`]);
  return [...new Set(kept)].map((option) => `--${option}`);
}
