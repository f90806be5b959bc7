/** By address: the files in public/share that show the page, and what they show in words. */
export type ShareManifest = Record<string, { alt: string; wide: string; square: string }>;
