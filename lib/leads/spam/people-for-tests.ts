import { noToken, type PostForTests } from "./post-for-tests.ts";

/** People, odd but honest: at most one in twenty is marked, and none is hidden. */
export const people: PostForTests[] = [
  { what: "four words", locale: "en", message: "Please call me back." },
  {
    what: "a need",
    locale: "en",
    message: "We need four Node.js developers and a QA lead in Toronto hours from March.",
    by: noToken,
  },
  {
    what: "three links in a signature",
    locale: "en",
    email: "dana@northwind-labs.ca",
    company: "Northwind Labs",
    message:
      "Could you send profiles of two cloud engineers?\n\nDana Wu\nHead of Platform\nhttps://northwind-labs.ca | https://www.linkedin.com/in/danawu | https://calendly.com/danawu",
  },
  {
    what: "the site of a company that is called otherwise",
    locale: "en",
    email: "kim@gmail.com",
    company: "Brightside",
    message:
      "We are brightside.io, a health start-up. Our app: https://apps.apple.com/app/id123456789. We need iOS people.",
    by: noToken,
  },
  {
    what: "a web address as company",
    locale: "en",
    company: "https://www.acmefreight.com",
    message: "Rates for 24/7 support?",
  },
  {
    what: "a bare address as company",
    locale: "es",
    company: "www.fletesandinos.com.co",
    message: "¿Tienen soporte 24/7?",
    by: noToken,
  },
  {
    what: "all pasted",
    locale: "en",
    message: "We are a dental group and need five agents for calls.",
    by: { seconds: 1.8 },
  },
  { what: "a password manager", locale: "en", message: "Need help with SOC 2.", by: { decoy: "repeats", seconds: 6 } },
  {
    what: "[link] in a copied text",
    locale: "en",
    message: "As in our brief [link] and the mock-up [image], we want to start in June.",
  },
  {
    what: "technologies",
    locale: "en",
    message:
      "Stack: Next.js, Node.js, ASP.NET, Socket.io, Vue.js, Three.js, Monday.com and Booking.com APIs. Two seniors, please.",
  },
  {
    what: "WhatsApp",
    locale: "es",
    message: "Escríbame al WhatsApp +57 310 555 12 12, necesito tres desarrolladores.",
    by: noToken,
  },
  {
    what: "polite",
    locale: "en",
    message:
      "I hope this finds you well. I came across your website and would love to learn how you staff support teams. Are you free for a quick call?",
    by: noToken,
  },
  {
    what: "a free quote",
    locale: "en",
    message: "Can I get a free quote for a team of six and a free consultation?",
    by: noToken,
  },
  {
    what: "a discount",
    locale: "es",
    message: "¿Manejan algún descuento por equipos de diez personas? ¿Cuál es el mejor precio?",
    by: noToken,
  },
  {
    what: "a lender",
    locale: "en",
    email: "ops@maplecredit.ca",
    company: "Maple Credit",
    message:
      "We are a lender in Ontario offering personal loans and business loans online. We need 20 bilingual agents for loan servicing.",
  },
  {
    what: "a casino with a licence",
    locale: "en",
    company: "Great Lakes Gaming",
    message:
      "We run a licensed online casino in Ontario and are looking for six developers and QA for our poker and slots products.",
  },
  {
    what: "a crypto exchange",
    locale: "en",
    message: "Our exchange lists bitcoin and 40 tokens. We need Rust engineers with experience in crypto custody.",
  },
  {
    what: "an SEO agency that hires",
    locale: "en",
    message:
      "We are an agency in Denver. Our clients' SEO and link building reports need two Python developers. Can you help?",
  },
  {
    what: "a pharmacy",
    locale: "en",
    message: "We operate an online pharmacy in Texas and need HIPAA-aware developers.",
  },
  {
    what: "marketing",
    locale: "es",
    message:
      "Somos una empresa de marketing digital en Miami y buscamos dos diseñadores y un desarrollador para redes sociales y páginas.",
  },
  {
    what: "a student",
    locale: "es",
    message: "Hola, soy estudiante de sistemas en Cali. ¿Ofrecen prácticas para el próximo semestre?",
    by: noToken,
  },
  {
    what: "a job seeker",
    locale: "en",
    message:
      "I am a QA engineer with 6 years of experience. My CV: https://drive.google.com/file/d/abc and github.com/anaqa",
  },
  {
    what: "a job description elsewhere",
    locale: "en",
    message:
      "The role is described at https://jobs.lever.co/ourco/123 and our product at https://ourco.dev. How fast can you fill it?",
    by: noToken,
  },
  {
    what: "a journalist",
    locale: "en",
    message: "I write for a Canadian newspaper about nearshoring and would like an interview this week.",
  },
  {
    what: "a complaint",
    locale: "es",
    message: "Llevo tres días esperando respuesta a mi hoja de vida. Por favor confirmen que la recibieron.",
  },
  {
    what: "French",
    locale: "en",
    message: "Bonjour, nous cherchons trois développeurs à Montréal, est-ce que vos équipes parlent français ?",
    by: noToken,
  },
  {
    what: "Spanish on the English page",
    locale: "en",
    message: "Necesitamos un equipo de soporte en inglés para una clínica en Austin.",
    by: noToken,
  },
  { what: "Chinese with names of ours", locale: "en", name: "李小龍", message: "我們在溫哥華需要兩位工程師，請回覆。" },
  { what: "badly spelt", locale: "en", message: "hi we r lookin for devs asap pls send pricess thx" },
  { what: "a telephone alone", locale: "es", message: "+57 604 555 01 99" },
  {
    what: "procurement",
    locale: "en",
    company: "City of Halifax",
    message:
      "Dear Sir or Madam, please confirm whether your company can respond to RFP 2026-114 for application support services. Submissions are due on January 15. All questions must be sent by e-mail to procurement@halifax.ca.",
    by: noToken,
  },
  {
    what: "a link to look at",
    locale: "es",
    message: "Este es nuestro sitio: https://tiendalaura.com.co. Queremos rehacerlo en Next.js.",
    by: noToken,
  },
  {
    what: "an interested one",
    locale: "en",
    message: "Not sure yet, but if you offer nearshore Java teams we would be interested in pricing.",
  },
  {
    what: "growth",
    locale: "en",
    message: "We want to grow our support team from 5 to 15 agents to serve more customers in Quebec.",
    by: noToken,
  },
];
