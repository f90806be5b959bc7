/**
 * The time by which articles come and go. While a release is made it stands still at when that began: its steps and pages
 * would not agree on an article that comes or goes meanwhile.
 */
export function contentNow(): Date {
  return new Date(process.env.RELEASE_BEGAN ?? Date.now());
}
