import { editDistance } from "#lib/letters/edit-distance.ts";
import { envSchema } from "./env.ts";

const known = Object.keys(envSchema({ sendsMail: false, hasToken: false, isSigned: false }).shape);

/** Names that nobody reads, and that are nearly one of ours: whoever wrote them believes that they are set. */
export function misspeltSettings(source: Record<string, string | undefined> = process.env): string[] {
  return Object.keys(source).flatMap((name) => {
    // HOME is as near to HOST as ALARM_T0 is to ALARM_TO, and no mistake.
    if (known.includes(name) || !name.includes("_")) return [];
    const [meant] = known
      .map((ours) => ({ ours, distance: editDistance(name.toUpperCase(), ours) }))
      .filter(({ ours, distance }) => ours.includes("_") && distance <= 2)
      .sort((a, b) => a.distance - b.distance);
    return meant ? [`${name} is no setting of this site: ${meant.ours} is`] : [];
  });
}
