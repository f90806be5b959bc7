/** What a visitor reads. Written by hand: a journey that took its words from the site would be wrong together with it. */
export const english = {
  lang: "en",
  language: "English",
  noReplies: "0 replies",
  article: "Colombia, one of the leaders in technological talent in Latin America",
  service: "Staff augmentation",
  serviceInArticle: "staff augmentation",
  askAboutService: "Ask about this service",
  cloud: "Cloud",
  labels: {
    name: "Your name",
    email: "Work email",
    company: "Company",
    country: "Country",
    service: "What do you need?",
    inquiry: "Tell us about it",
    contact: "Your message",
    team: "Team size (optional)",
    start: "Start date (optional)",
    phone: "Telephone (optional)",
    consent: "I agree that DreamCode stores these details to answer me, as the privacy notice says.",
    reply: "Your reply",
    replyConsent:
      "I agree that DreamCode stores these details and may show my name and my reply under the article, as the privacy notice says.",
    newsletterConsent:
      "I agree that DreamCode stores this address and sends me its newsletter, as the privacy notice says. I can leave at any time.",
  },
  send: { inquiry: "Send inquiry", contact: "Send message", newsletter: "Sign up", reply: "Send reply" },
  canada: "Canada",
  menu: "Menu",
  problem: "There is a problem",
  notSent: "Your message was not sent",
  writeInstead: "Send it from your own mail program instead",
  draft: "This is what you typed before. It was not sent yet.",
  errors: {
    name: "Enter your name",
    email: "Enter an email address we can answer, like name@company.com",
    noEmail: "Enter your work email",
    severalEmails: "Enter one email address only",
    company: "Enter your company",
    country: "Choose your country",
    service: "Choose what you need",
    message: "Write your message",
    consent: "Tick the box to let us store your details and answer you",
    replyConsent: "Tick the box to let us store your reply and show it",
    newsletterConsent: "Tick the box to let us store your address and send you the newsletter",
  },
  titles: { inquiry: "Start a project", contact: "Contact us", newsletter: "Newsletter", reply: "Leave a reply" },
  thanks: "Thank you",
  receipt: {
    inquiry: "We have your inquiry",
    contact: "We have your message",
    newsletter: "We have your sign-up for the newsletter",
    reply: "We have your reply",
  },
};

export type Words = typeof english;

const spanish: Words = {
  lang: "es",
  language: "Spanish",
  noReplies: "0 respuestas",
  article: "Colombia, uno de los líderes en talento tecnológico de América Latina",
  service: "Ampliación de equipos",
  serviceInArticle: "ampliación de equipos",
  askAboutService: "Pregunte por este servicio",
  cloud: "Nube",
  labels: {
    name: "Su nombre",
    email: "Correo de trabajo",
    company: "Empresa",
    country: "País",
    service: "¿Qué necesita?",
    inquiry: "Cuéntenos de qué se trata",
    contact: "Su mensaje",
    team: "Tamaño del equipo (opcional)",
    start: "Fecha de inicio (opcional)",
    phone: "Teléfono (opcional)",
    consent: "Acepto que DreamCode guarde estos datos para responderme, como dice el aviso de privacidad.",
    reply: "Su respuesta",
    replyConsent:
      "Acepto que DreamCode guarde estos datos y pueda mostrar mi nombre y mi respuesta al pie del artículo, como dice el aviso de privacidad.",
    newsletterConsent:
      "Acepto que DreamCode guarde este correo y me envíe su boletín, como dice el aviso de privacidad. Puedo retirarme en cualquier momento.",
  },
  send: {
    inquiry: "Enviar solicitud",
    contact: "Enviar mensaje",
    newsletter: "Suscribirme",
    reply: "Enviar respuesta",
  },
  canada: "Canadá",
  menu: "Menú",
  problem: "Hay un problema",
  notSent: "Su mensaje no se envió",
  writeInstead: "Enviarlo desde su propio programa de correo",
  draft: "Esto es lo que usted había escrito. Todavía no se ha enviado.",
  errors: {
    name: "Escriba su nombre",
    email: "Escriba un correo al que podamos responder, como nombre@empresa.com",
    noEmail: "Escriba su correo de trabajo",
    severalEmails: "Escriba un solo correo",
    company: "Escriba el nombre de su empresa",
    country: "Elija su país",
    service: "Elija qué necesita",
    message: "Escriba su mensaje",
    consent: "Marque la casilla para que podamos guardar sus datos y responderle",
    replyConsent: "Marque la casilla para que podamos guardar su respuesta y mostrarla",
    newsletterConsent: "Marque la casilla para que podamos guardar su correo y enviarle el boletín",
  },
  titles: { inquiry: "Inicie un proyecto", contact: "Escríbanos", newsletter: "Boletín", reply: "Deje su respuesta" },
  thanks: "Gracias",
  receipt: {
    inquiry: "Recibimos su solicitud",
    contact: "Recibimos su mensaje",
    newsletter: "Recibimos su suscripción al boletín",
    reply: "Recibimos su respuesta",
  },
};

export const languages = [english, spanish];

/** Everybody for whom a form has to work. */
export const visitors = languages.flatMap((words) =>
  [true, false].map((hasScript) => ({
    words,
    hasScript,
    who: `in ${words.language}, ${hasScript ? "with" : "without"} script`,
  })),
);
