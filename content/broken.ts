// The page of last resort speaks every language. Apart from the messages, because the browser loads it with every page.
export const broken = {
  en: {
    languageName: "English",
    title: "Something on our side broke",
    text: "The page could not be shown. Please try again. What you sent with a reference number is safe.",
  },
  es: {
    languageName: "Español",
    title: "Algo falló de nuestro lado",
    text: "No pudimos mostrar la página. Intente de nuevo. Lo que envió con un número de referencia está a salvo.",
  },
};
