const article = "/blog/colombia-leader-in-tech-talent-for-usa-and-latin-america";

/** One address of every kind of page that a reader may look for, as it follows the language. */
export const pages = [
  ["the home page", ""],
  ["the blog", "/blog"],
  ["a category of the blog", "/blog/category/innovation"],
  ["a tag of the blog", "/blog/tag/hiring"],
  ["an author", "/blog/author/dreamcode"],
  ["an article", article],
  ["an article with figures, a table and questions", "/blog/latin-american-tech-hubs"],
  ["the services", "/services"],
  ["a service", "/services/cloud"],
  ["the industries", "/industries"],
  ["an industry", "/industries/finance-and-fintech"],
  ["the hubs", "/hubs"],
  ["a hub", "/hubs/belo-horizonte"],
  ["the hubs in another order", "/hubs/by/professionals"],
  ["the customer stories", "/projects"],
  ["the shared hours", "/hours"],
  ["the shared hours of a city", "/hours/toronto"],
  ["the contact page", "/contact"],
  ["the inquiry page", "/inquiry"],
  ["the page of the newsletter", "/newsletter"],
  ["an article with the newsletter's form in it", "/blog/canada-and-colombia-in-digital-industries"],
  ["the page about us", "/about"],
  ["the page for Canadian companies", "/canada"],
  ["the page for procurement", "/vendor"],
  ["the privacy notice", "/privacy"],
] as const;

/** Pages that a reader comes to on the way. */
export const pagesOnTheWay = [
  ["the shared clock for an office", "/hours?office=new-york"],
  ["the search", "/search"],
  ["what a search found", "/search?q=bogota"],
  ["a search that found nothing", "/search?q=qwxyz"],
  ["the inquiry page for a service", "/inquiry?service=cloud"],
  ["an inquiry with a time zone", "/inquiry?zone=America/Toronto"],
  ["thanks for a message", "/contact/received?ref=KX7Q2"],
  ["thanks for an inquiry", "/inquiry/received?ref=KX7Q2"],
  ["the form for a reply to an article", "/reply?article=latin-american-tech-hubs"],
  ["thanks for a reply", "/reply/received?ref=KX7Q2"],
  ["thanks for a sign-up", "/newsletter/received?ref=KX7Q2"],
] as const;

export const unknownAddresses = [
  "/nope",
  "/en/nope",
  "/en/blog/nope",
  "/en/blog/page/999",
  "/es/blog/category/innovation/page/999",
  "/es/blog/tag/nope",
  "/en/blog/author/nope",
  "/es/services/nope",
  "/en/industries/nope",
  "/en/hubs/by/nope",
  "/es/projects/nope",
  "/fr",
  "/en/contact/nope",
  "/en/reply?article=nope",
  "/en/about/received",
  "/en/%ff",
];
