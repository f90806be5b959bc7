import type { Check } from "../finding.ts";

/** What the site says of itself, by SITE_URL or past it. */
export const siteAlarms: Check = async ({ publicAnswer, localAnswer }) => {
  const health = (await publicAnswer).health ?? (await localAnswer).health;
  if (!health) return undefined;
  if (health.alarms.length === 0 && health.status === "ok") return { state: "ok", seen: "the site has none" };
  return {
    state: health.status === "ok" ? "warning" : "wrong",
    seen: `the site says: ${health.alarms.join(", ") || health.status}`,
    todo: "What each means and what to do: npm run leads -- alarms",
  };
};
