import type { Nodes } from "mdast";
import type { Problem } from "#lib/content/source/content-error.ts";

/** Adds a problem at the place of a node in the text. */
export type Report = (at: Pick<Nodes, "position">, message: string, severity?: Problem["severity"]) => void;
