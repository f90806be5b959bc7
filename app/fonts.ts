import localFont from "next/font/local";

// `optional`: a font that arrives late is used from the next page on. Swapped in, it moved headlines by a line (CLS up
// to 0.06).
const archivo = localFont({
  src: [
    { path: "./fonts/archivo.woff2", weight: "400" },
    { path: "./fonts/archivo-bold.woff2", weight: "500 800" },
  ],
  variable: "--font-archivo",
  display: "optional",
  // Each weight needs its own fallback font, defined in globals.css: Next makes one.
  adjustFontFallback: false,
});

const wide = localFont({
  src: "./fonts/archivo-wide.woff2",
  weight: "700 800",
  variable: "--font-archivo-wide",
  display: "optional",
  adjustFontFallback: false,
});

const manuale = localFont({
  src: "./fonts/manuale.woff2",
  weight: "400",
  variable: "--font-manuale",
  display: "optional",
  adjustFontFallback: false,
});

/** Classes for <html>: they name the faces for the theme. */
export const fonts = `${archivo.variable} ${wide.variable} ${manuale.variable}`;
