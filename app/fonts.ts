import localFont from "next/font/local";

const archivo = localFont({
  src: "./fonts/archivo.woff2",
  variable: "--font-archivo",
  weight: "400 800",
  declarations: [{ prop: "font-stretch", value: "100% 125%" }],
  adjustFontFallback: "Arial",
});

const manuale = localFont({
  src: "./fonts/manuale.woff2",
  variable: "--font-manuale",
  weight: "400 700",
  adjustFontFallback: "Times New Roman",
});

/** Classes for <html>: they name the two faces for the theme. */
export const fonts = `${archivo.variable} ${manuale.variable}`;
