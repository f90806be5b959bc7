import type { z } from "zod";

/** A name that stands in a list already would be shown twice. */
export function refuseTwice(names: string[], context: z.RefinementCtx) {
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name);
    const message = `${name} is number ${first + 1} of this list already; keep one of the two`;
    if (first < index) context.addIssue({ code: "custom", path: [index], message });
  }
}
