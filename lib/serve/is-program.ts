import { isbot } from "isbot";

/** By what it calls itself: a name is as long as a browser's, and there are not many in use. */
const mostRemembered = 1_000;
const mostRead = 500;
const remembered = new Map<string, boolean>();

/** Whether a program asks that nobody looks through: search engines, previews, monitors, and what names itself not at all. */
export function isProgram(userAgent: string | undefined): boolean {
  const name = userAgent?.slice(0, mostRead);
  if (!name) return true;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const is = isbot(name);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(name, is);
  return is;
}
