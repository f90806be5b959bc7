import type { BuiltPicture, Variant } from "#lib/pictures/built-picture.ts";

type PictureProps = { picture: BuiltPicture; alt: string; sizes: string; priority?: boolean };

/** `sizes` says how wide it is shown. `priority` is for the one picture that stands at the top of a page. */
export function Picture({ picture, alt, sizes, priority = false }: PictureProps) {
  const { width, height, variants } = picture;
  const fallback = variants.filter(({ format }) => format === "jpeg" || format === "png");
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet(variants.filter(({ format }) => format === "avif"))} sizes={sizes} />
      <source type="image/webp" srcSet={srcSet(variants.filter(({ format }) => format === "webp"))} sizes={sizes} />
      <img
        src={fallback.map(address).at(-1)}
        srcSet={srcSet(fallback)}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={priority ? "eager" : "lazy"}
        fetchPriority={priority ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}

function srcSet(variants: Variant[]) {
  return variants.map((variant) => `${address(variant)} ${variant.width}w`).join(", ");
}

function address({ file }: Variant) {
  return `/images/${file}`;
}
