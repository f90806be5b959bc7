import localFont from "next/font/local";

// `optional`: a font that arrives late is used from the next page on. Swapped in, it moved headlines by a line (CLS up
// to 0.06).
const archivo = localFont({
  src: "./fonts/archivo.woff2",
  variable: "--font-archivo",
  weight: "400 800",
  declarations: [{ prop: "font-stretch", value: "100% 125%" }],
  display: "optional",
  // Each of its widths needs its own fallback font, defined in globals.css: Next makes one, for one weight.
  adjustFontFallback: false,
});

const manuale = localFont({
  src: "./fonts/manuale.woff2",
  variable: "--font-manuale",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
});

/** Classes for <html>: they name the two faces for the theme. */
export const fonts = `${archivo.variable} ${manuale.variable}`;
