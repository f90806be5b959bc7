/** Where the site shows that it knows the key with which it tells IndexNow of changes. */
export function indexNowPath(key: string): string {
  return `/${key}.txt`;
}
