import localFont from "next/font/local";

// A face that comes late is kept for the next page: swapped in, it moved headlines by a line (CLS up to 0.06).
const archivo = localFont({
  src: "./fonts/archivo.woff2",
  variable: "--font-archivo",
  weight: "400 800",
  declarations: [{ prop: "font-stretch", value: "100% 125%" }],
  display: "optional",
  // Its widths need fallbacks of their own, which globals.css has. Next's know one weight, and the name of one system.
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
