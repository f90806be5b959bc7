/** How long each server may take: long enough for one that is well, and nobody waits for a command for ever. */
export const patienceMs = 5_000;
