import packageJson from "../package.json" with { type: "json" };

const programs: Record<string, string[]> = { node: [], next: ["node_modules/next/dist/bin/next"] };

/** What `npm run build` does, step by step as arguments for Node: a shell or npm between could leave a step behind. */
export function buildSteps(script: string = packageJson.scripts.build): string[][] {
  return script.split("&&").map((command) => {
    const [program = "", ...args] = command.trim().split(/\s+/);
    const start = programs[program];
    if (!start) throw new Error(`The build script in package.json runs ${program}, which buildSteps does not know.`);
    return [...start, ...args];
  });
}
