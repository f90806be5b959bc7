import type { Messages } from "../en/messages.ts";

export const messages: Messages = {
  siteTitle: "DreamCode: equipos colombianos de tecnología y soporte",
  siteDescription:
    "DreamCode integra ingenieros, especialistas en datos y equipos de soporte de Colombia a empresas de Estados Unidos y Canadá, en UTC−5 todo el año.",
  skip: "Ir al contenido",
  languageName: "Español",
  menu: "Menú",
  mainNavigation: "Principal",
  nav: { services: "Servicios", blog: "Blog", about: "Nosotros", contact: "Contacto", inquiry: "Inicie un proyecto" },
  breadcrumbs: "Usted está aquí",

  home: {
    title: "Su próximo equipo trabaja a su misma hora.",
    lead: "Ingenieros, especialistas en datos y equipos de soporte en Colombia, en UTC−5 todo el año. Están en su puesto cuando lo están Toronto, Nueva York y Chicago.",
    start: "Inicie un proyecto",
    seeServices: "Vea qué hacemos",
    services: "De qué nos encargamos",
    allServices: "Todos los servicios",
    articles: "Notas de campo",
    allArticles: "Todos los artículos",
    source: "Fuente: {source}",
    figures: [
      {
        value: "US$1.389 M",
        label: "millones de dólares en exportaciones de TI de Colombia a Estados Unidos",
        source: "DreamCode, 2 de abril de 2025",
      },
      {
        value: "+55 %",
        label: "de contratación internacional de profesionales colombianos en 2024",
        source: "Bloomberg Línea",
      },
      {
        value: "6.100",
        label: "empresas, aproximadamente, en la industria de TI de Colombia",
        source: "Nearshore Americas",
      },
      { value: "64.638", label: "profesionales de tecnología contados en Colombia", source: "Globy" },
    ],
  },

  blog: {
    title: "Blog",
    lead: "Lo que leemos, contamos y aprendemos sobre los equipos colombianos de tecnología y soporte.",
    empty: "Todavía no hay artículos.",
    allCategories: "Todos los artículos",
    categoryLead: "Artículos sobre {category}.",
    minutes: "{minutes} min de lectura",
    minutesRange: "{from} a {to} min de lectura",
    updated: "Actualizado el {date}",
    onThisPage: "En esta página",
    otherArticles: "Siga leyendo",
    relatedServices: "Cómo podemos ayudarle",
  },

  services: {
    title: "Servicios",
    lead: "Equipos en Colombia para empresas de Estados Unidos y Canadá. Usted define el trabajo; nosotros ponemos a las personas.",
    about: "Consulte por {service}",
    others: "Otros servicios",
    articles: "Artículos sobre el tema",
  },

  invitation: {
    title: "¿Necesita un equipo a su misma hora?",
    text: "Cuéntenos el cargo, la tecnología y la fecha de inicio. Una persona lo lee y le responde por correo.",
    button: "Inicie un proyecto",
  },

  figureSource: "Fuente",
  notes: "Notas",
  backToText: "Volver al texto",

  contact: {
    title: "Escríbanos",
    description: "Escríbale a DreamCode. Usted recibe un número de referencia y una persona le responde por correo.",
    lead: "Una pregunta, una corrección, un saludo. Si se trata de un proyecto, el formulario de proyectos pregunta lo necesario.",
    inquiryLink: "Ir al formulario de proyectos",
    submit: "Enviar mensaje",
    message: "Su mensaje",
    messageHint: "",
  },

  inquiry: {
    title: "Inicie un proyecto",
    description:
      "Cuéntele a DreamCode qué equipo necesita. Usted recibe un número de referencia y una persona le responde por correo.",
    lead: "Cuéntenos qué necesita. Basta una idea general para empezar.",
    submit: "Enviar solicitud",
    message: "Cuéntenos de qué se trata",
    messageHint: "Cargos, tecnología, qué debe lograr. Lo que ya tenga claro.",
  },

  form: {
    name: "Su nombre",
    email: "Correo de trabajo",
    emailHint: "Aquí le respondemos. No lo compartimos.",
    company: "Empresa",
    country: "País",
    chooseCountry: "Elija un país",
    service: "¿Qué necesita?",
    chooseService: "Elija un servicio",
    phone: "Teléfono",
    team: "Tamaño del equipo",
    teamHint: "Por ejemplo: dos desarrolladores y una persona de pruebas",
    start: "Fecha de inicio",
    startHint: "Una fecha, un mes o «lo antes posible»",
    optional: "(opcional)",
    consent: "Acepto que DreamCode guarde estos datos para responderme, como dice el aviso de privacidad.",
    privacy: "Lea el aviso de privacidad",
    sending: "Enviando…",
    problem: "Hay un problema",
    errorPrefix: "Error: ",
    notSent: "Su mensaje no se envió",
    unavailable:
      "No pudimos guardar su mensaje en este momento. El texto sigue en el formulario: envíelo de nuevo en unos minutos.",
    tooLarge:
      "Lo que llegó pesa más de 1 MB. Vuelva atrás en su navegador para encontrar el texto, acórtelo y envíelo de nuevo.",
    unreadable: "Lo que llegó no se pudo leer como formulario. Llene el formulario de abajo y envíelo de nuevo.",
    next: "Qué sigue",
    nextSteps: [
      "Su mensaje queda guardado y recibe un número de referencia.",
      "Al equipo le llega por correo, y a usted le llega una constancia.",
      "Una persona le responde en español o en inglés.",
    ],
  },

  leadErrors: {
    name_missing: "Escriba su nombre",
    name_long: "Su nombre debe tener máximo {limit} caracteres. Tiene {length}.",
    email_missing: "Escriba su correo de trabajo",
    email_format: "Escriba un correo al que podamos responder, como nombre@empresa.com",
    email_several: "Escriba un solo correo",
    email_long: "Escriba un correo más corto: el máximo es de {limit} caracteres, y 64 antes de la @",
    company_missing: "Escriba el nombre de su empresa",
    company_long: "La empresa debe tener máximo {limit} caracteres. Tiene {length}.",
    country_missing: "Elija su país",
    country_unknown: "Elija un país de la lista",
    phone_long: "El teléfono debe tener máximo {limit} caracteres. Tiene {length}.",
    service_missing: "Elija qué necesita",
    service_unknown: "Elija de la lista qué necesita",
    team_long: "El tamaño del equipo debe tener máximo {limit} caracteres. Tiene {length}.",
    start_long: "La fecha de inicio debe tener máximo {limit} caracteres. Tiene {length}.",
    message_missing: "Escriba su mensaje",
    message_long: "Su mensaje debe tener máximo {limit} caracteres. Tiene {length}.",
    consent_missing: "Marque la casilla para que podamos guardar sus datos y responderle",
  },

  received: {
    title: "Gracias",
    description: "Su mensaje llegó a DreamCode.",
    stored: "Su mensaje quedó guardado. Una persona lo va a leer.",
    reference: "Su referencia",
    keep: "Le enviamos una constancia a su correo. Si nos escribe de nuevo, mencione esta referencia.",
    reading: "Mientras tanto",
  },

  notFound: {
    title: "Esta página no está aquí",
    text: "La dirección puede ser antigua o estar mal escrita. Estas páginas sí existen:",
  },
  broken: {
    title: "Algo falló de nuestro lado",
    text: "No pudimos mostrar la página. Intente de nuevo; lo que envió antes con un número de referencia está a salvo.",
    retry: "Intentar de nuevo",
  },

  footer: {
    navigation: "Pie de página",
    tagline: "Equipos colombianos, a su misma hora.",
    services: "Servicios",
    company: "Empresa",
    talk: "Hable con nosotros",
    privacy: "Privacidad",
    clock: "Colombia mantiene la hora UTC−5 todo el año.",
  },
};
