/** Two transactions that wait for each other: PostgreSQL ends one of them (deadlock_detected), and the other goes on. */
const deadlock = "40P01";
const mostTries = 5;

/** The work of a whole transaction, and again where it was ended so that another could go on. */
export async function despiteDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (cause) {
      if (tries === mostTries || (cause as { code?: string }).code !== deadlock) throw cause;
    }
  }
}
