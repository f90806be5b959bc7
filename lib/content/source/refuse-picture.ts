/** Why a file of content/images is not read, by its name alone. */
export function refusePicture(name: string, isFolder: boolean): string | undefined {
  if (isFolder) return "folders are not read here; move its pictures one folder up";
  return /\.(jpe?g|png|webp|avif)$/i.test(name) ? undefined : "save it as JPEG, PNG, WebP or AVIF";
}
