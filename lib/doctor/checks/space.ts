import { existsSync } from "node:fs";
import { isLowRoom } from "#lib/leads/disk/is-low-room.ts";
import { roomIn } from "#lib/leads/disk/room-in.ts";
import type { Check } from "../finding.ts";

/** By the limits of the alarm `disk-low`. */
export const space: Check = async ({ env: { dataDir } }) => {
  if (!existsSync(dataDir)) return undefined;
  const room = roomIn(dataDir);
  const seen = `${Math.floor(room.bytes / 1_000_000)} MB are free where inquiries are kept`;
  if (!isLowRoom(room)) return { state: "ok", seen };
  return { state: "wrong", seen: `${seen}, and room for ${room.files} files`, todo: "Make room." };
};
