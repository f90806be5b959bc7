import type { TestProject } from "vitest/node";
import { learnFromContent, type Pitches } from "#lib/pitches/release-pitches.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Undefined where nobody has learned them for all files. */
    pitches: Pitches | undefined;
  }
}

/** Once for all files of tests about leads, of which each would take a second for it. */
export default function setup(project: TestProject) {
  project.provide("pitches", learnFromContent());
}
