/** Of a list: there are fewer of them when it has become shorter. */
export function isFurtherPage(path: string): boolean {
  return /\/page\/\d+$/.test(path);
}
