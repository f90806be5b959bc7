import type { Check } from "../finding.ts";

export const formSecret: Check = async ({ env: { formSecret: secret, databaseUrl, dataDir } }) => {
  if (secret) return { state: "ok", seen: "it is set" };
  if (databaseUrl === undefined)
    return { state: "ok", seen: `it is kept in ${dataDir}, which is enough for one machine` };
  return {
    state: "warning",
    seen: "it is not set, and each machine that shares the database makes one of its own",
    todo: "With several machines set the same on all: openssl rand -base64 32",
  };
};
