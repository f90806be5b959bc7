const players: [RegExp, (id: string) => string][] = [
  [/^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts|live)\/([\w-]{6,20})/i, watchYoutube],
  [/^(?:https?:)?\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#\s]*&)?v=([\w-]{6,20})/i, watchYoutube],
  [/^(?:https?:)?\/\/youtu\.be\/([\w-]{6,20})/i, watchYoutube],
  [/^(?:https?:)?\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{5,12})/i, (id) => `https://vimeo.com/${id}`],
];

/** Where a video is watched that a page has in a frame, or that an address alone on a line stands for. */
export function videoAddress(address: string): string | undefined {
  for (const [pattern, watch] of players) {
    const id = pattern.exec(address.trim())?.[1];
    if (id) return watch(id);
  }
  return undefined;
}

function watchYoutube(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`;
}
