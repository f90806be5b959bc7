import { readHome } from "#lib/content/kinds/home.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";

/** No source has counted on a day that is still to come: in 2205 the 2 slipped. */
export function figureDates(root: string): Problem[] {
  const { value, placeOf } = readHome(root);
  const today = colombianDate(new Date());
  return (value?.figures ?? []).flatMap(({ date }, index): Problem[] => {
    if (!date || date <= today) return [];
    const place = placeOf?.("figures", index, "date") ?? { line: 1, column: 1 };
    const message = "is still to come; write the day on which the source says the figure";
    const field = `figures.${index}.date`;
    return [{ severity: "warning", file: fileIn(root, "home.yaml"), ...place, field, message }];
  });
}
