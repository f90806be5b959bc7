import { noToken, type PostForTests } from "./post-for-tests.ts";

/** Programs, and people who sell: at least nine in ten are marked. */
export const bots: PostForTests[] = [
  {
    what: "an SEO pitch",
    locale: "en",
    email: "john.seo@gmail.com",
    message:
      "Hello, I was looking at your website and noticed that it is not ranking on Google for your main keywords. We can put you on the first page of Google within 90 days. Would you be interested in a free audit? Reply yes and I will send it.",
  },
  {
    what: "an SEO pitch by a program",
    locale: "en",
    message: "Get high quality backlinks with DA 60+ for only $99. Order now: rank-boosters.net",
    by: noToken,
  },
  {
    what: "a guest post",
    locale: "en",
    message:
      "Hi there, I would like to publish a guest post on your blog with one dofollow link. How much do you charge for a sponsored post? Regards, Emma",
  },
  {
    what: "a web designer",
    locale: "en",
    message:
      "I came across your website and found some errors on your site. We redesign your website at affordable prices, with results guaranteed. Shall I send you a quote?",
  },
  {
    what: "a list of leads",
    locale: "en",
    message:
      "Would you be interested in acquiring an email database of verified CTO contacts? Our B2B data covers 30 countries. Let me know and I will send you pricing.",
    by: noToken,
  },
  {
    what: "an outsourcing company",
    locale: "en",
    message:
      "We are a software outsourcing company from India. Our developers are certified, at affordable rates starting at just $12 an hour. Would you be interested in a call with our experts?",
  },
  {
    what: "an explainer video",
    locale: "en",
    message:
      "We make explainer videos that increase your sales. Special offer until Friday. Check out our samples: vid-pro.io",
  },
  {
    what: "a loan",
    locale: "en",
    message:
      "Do you need funding for your business? We offer loans up to 500,000 USD, no credit check, fast approval. Apply for a loan today.",
  },
  {
    what: "crypto with a handle",
    locale: "en",
    message: "Earn daily profit with bitcoin trading. Join our signals, write on Telegram: @profit_king",
    by: noToken,
  },
  { what: "crypto, short", locale: "en", message: "Guaranteed profit 3% a day. t.me/coinfast", by: noToken },
  {
    what: "a casino",
    locale: "en",
    message:
      "200 free spins and a welcome bonus at Lucky Casino, no deposit bonus for new players: luckyspin-casino.com",
    by: noToken,
  },
  {
    what: "a Cyrillic casino",
    locale: "en",
    name: "Андрей",
    message: "Лучшее онлайн казино, бонус 100% на первый депозит. Играть сейчас!",
    by: noToken,
  },
  {
    what: "Cyrillic links",
    locale: "es",
    message: "Купить дешево: https://magazin-1.ru https://magazin-2.ru https://magazin-3.ru",
  },
  {
    what: "bare domains",
    locale: "en",
    message: "Best offers this week cheap-meds.com pills-direct.net pharma-24.ru",
    by: noToken,
  },
  {
    what: "one bare domain",
    locale: "en",
    message: "Viagra and Cialis without prescription best-pharm.biz",
    by: noToken,
  },
  {
    what: "BBCode",
    locale: "en",
    message: "[url=https://a1.example.com]cheap bags[/url] [url=https://b1.example.com]watches[/url]",
    by: noToken,
  },
  { what: "HTML", locale: "en", message: 'Nice post! <a href="https://shoes-sale.com">shoes</a>', by: noToken },
  { what: "the decoy", locale: "en", message: "I want to know more.", by: { decoy: "filled", seconds: 12 } },
  {
    what: "the decoy, by a program",
    locale: "es",
    message: "Quiero saber más.",
    by: { decoy: "filled", seconds: null },
  },
  {
    what: "no browser",
    locale: "en",
    message: "Hello, please contact me.",
    by: { seconds: null, isBareRequest: true },
  },
  {
    what: "no browser, in Spanish",
    locale: "es",
    message: "Hola, contácteme.",
    by: { seconds: null, isBareRequest: true },
  },
  { what: "a link as name", locale: "en", name: "Win https://prize.top", message: "You won.", by: noToken },
  {
    what: "followers",
    locale: "en",
    message: "Get followers for your Instagram, real followers and likes, cheap. smm-panel-world.com",
  },
  {
    what: "posicionamiento",
    locale: "es",
    email: "ventas.seo@hotmail.com",
    message:
      "Buen día, estuve revisando su página web y noté que no aparece en los primeros resultados de Google. Somos una agencia de posicionamiento web. ¿Le interesaría una auditoría gratuita?",
  },
  {
    what: "páginas web",
    locale: "es",
    message:
      "Diseño de páginas web desde 199 USD. Aumente sus ventas con presencia digital. Escríbanos al 300 123 45 67.",
    by: noToken,
  },
  {
    what: "bases de datos",
    locale: "es",
    message:
      "Ofrecemos servicios de correo masivo y bases de datos de empresas de Colombia actualizadas, con correos verificados.",
  },
  {
    what: "préstamos",
    locale: "es",
    message:
      "Préstamos personales sin codeudor, crédito inmediato. Ofrecemos préstamos desde 5 millones, solo por hoy.",
    by: noToken,
  },
  {
    what: "criptomonedas",
    locale: "es",
    message: "Gane dinero desde casa con criptomonedas, ganancias diarias garantizadas. Telegram: @cripto_exito",
  },
  {
    what: "artículos patrocinados",
    locale: "es",
    message:
      "Hola, me gustaría publicar un artículo patrocinado en su blog con enlaces de calidad. ¿Cuál es el precio? Puedo enviarle el texto mañana.",
  },
  {
    what: "apuestas",
    locale: "es",
    message: "Apuestas deportivas con bono de bienvenida y giros gratis en apuesta-gana.com",
    by: noToken,
  },
  {
    what: "seguidores",
    locale: "es",
    message: "Más seguidores y likes reales para tu negocio, precios bajos. Visita nuestra página seguidores-ya.com",
  },
  {
    what: "un préstamo en inglés",
    locale: "es",
    message:
      "Dear sir or madam, business loans from 2%, we offer loans without collateral. Apply for a loan: loan.help.desk@gmail.com",
    by: noToken,
  },
  {
    what: "a recovery of coins",
    locale: "en",
    message:
      "I lost my savings and they got it back: recover your lost bitcoin with wallet recovery experts, write on WeChat: fundsback88",
  },
  {
    what: "an inheritance",
    locale: "en",
    message: "I am a lawyer of a deceased client, next of kin of million dollars. Reply yes.",
    by: noToken,
  },
];
