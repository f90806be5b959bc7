/** A picture of content/images as the browser gets it. `width` and `height` are those of its widest variants. */
export type BuiltPicture = { width: number; height: number; variants: Variant[] };

/** `file` is a file name in public/images; it changes with the picture, so it can be cached for ever. */
export type Variant = { format: "avif" | "webp" | "jpeg" | "png"; width: number; file: string };

/** Gives a picture by its file name in content/images. */
export type FindPicture = (name: string) => BuiltPicture | undefined;
