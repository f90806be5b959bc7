export const messages = {
  siteTitle: "DreamCode: Colombian technology and support teams",
  siteDescription:
    "DreamCode places Colombian engineers, data people and support specialists with companies in the United States and Canada, on UTC−5 all year.",
  skip: "Skip to the content",
  languageName: "English",
  menu: "Menu",
  mainNavigation: "Main",
  nav: { services: "Services", blog: "Blog", about: "About", contact: "Contact", inquiry: "Start a project" },
  breadcrumbs: "You are here",

  home: {
    title: "Your next team shares your clock.",
    lead: "Colombian engineers, data people and support specialists, on UTC−5 all year. They are at their desks when Toronto, New York and Chicago are.",
    start: "Start a project",
    seeServices: "See what we do",
    services: "What we take off your plate",
    allServices: "All services",
    articles: "Notes from the field",
    allArticles: "All articles",
    source: "Source: {source}",
    figures: [
      { value: "US$1.389 B", label: "Colombian IT exports to the United States", source: "DreamCode, 2 April 2025" },
      { value: "+55%", label: "international hiring of Colombian professionals in 2024", source: "Bloomberg Línea" },
      { value: "6,100", label: "companies, roughly, in Colombia’s IT industry", source: "Nearshore Americas" },
      { value: "64,638", label: "tech professionals counted in Colombia", source: "Globy" },
    ],
  },

  blog: {
    title: "Blog",
    lead: "What we read, count and learn about Colombian technology and support teams.",
    empty: "No articles yet.",
    allCategories: "All articles",
    categoryLead: "Articles filed under {category}.",
    minutes: "{minutes} min read",
    minutesRange: "{from} to {to} min read",
    updated: "Updated {date}",
    onThisPage: "On this page",
    otherArticles: "Read next",
    relatedServices: "How we help with this",
  },

  services: {
    title: "Services",
    lead: "Teams in Colombia for companies in the United States and Canada. Pick the work; we bring the people.",
    about: "Ask about {service}",
    others: "Other services",
    articles: "Articles about this",
  },

  invitation: {
    title: "Need a team on your clock?",
    text: "Tell us the role, the stack and the start date. A person reads it and answers by email.",
    button: "Start a project",
  },

  figureSource: "Source",
  notes: "Notes",
  backToText: "Back to the text",

  contact: {
    title: "Contact us",
    description: "Write to DreamCode. You get a reference number, and a person answers by email.",
    lead: "A question, a correction, a hello. For a project, the inquiry form asks the right things.",
    inquiryLink: "Go to the inquiry form",
    submit: "Send message",
    message: "Your message",
    messageHint: "",
  },

  inquiry: {
    title: "Start a project",
    description: "Tell DreamCode which team you need. You get a reference number, and a person answers by email.",
    lead: "Tell us what you need. A rough idea is enough to begin.",
    submit: "Send inquiry",
    message: "Tell us about it",
    messageHint: "Roles, stack, what it should do. Whatever you already know.",
  },

  form: {
    name: "Your name",
    email: "Work email",
    emailHint: "We answer here. We do not share it.",
    company: "Company",
    country: "Country",
    chooseCountry: "Choose a country",
    service: "What do you need?",
    chooseService: "Choose a service",
    phone: "Telephone",
    team: "Team size",
    teamHint: "For example: two developers and a tester",
    start: "Start date",
    startHint: "A date, a month, or “as soon as possible”",
    optional: "(optional)",
    consent: "I agree that DreamCode stores these details to answer me, as the privacy notice says.",
    privacy: "Read the privacy notice",
    sending: "Sending…",
    problem: "There is a problem",
    errorPrefix: "Error: ",
    notSent: "Your message was not sent",
    unavailable:
      "We could not store your message just now. Your text is still in the form: please send it again in a few minutes.",
    tooLarge:
      "What arrived was more than 1 MB. Go back in your browser to find your text, shorten it, and send it again.",
    unreadable: "What arrived could not be read as a form. Please fill in the form below and send it again.",
    next: "What happens next",
    nextSteps: [
      "Your message is stored and gets a reference number.",
      "The team receives it by email, and you receive a receipt.",
      "A person answers you in English or Spanish.",
    ],
  },

  leadErrors: {
    name_missing: "Enter your name",
    name_long: "Your name must be {limit} characters or fewer. It has {length}.",
    email_missing: "Enter your work email",
    email_format: "Enter an email address we can answer, like name@company.com",
    email_several: "Enter one email address only",
    email_long: "Enter a shorter email address: the limit is {limit} characters, and 64 before the @",
    company_missing: "Enter your company",
    company_long: "Company must be {limit} characters or fewer. It has {length}.",
    country_missing: "Choose your country",
    country_unknown: "Choose a country from the list",
    phone_long: "Telephone must be {limit} characters or fewer. It has {length}.",
    service_missing: "Choose what you need",
    service_unknown: "Choose what you need from the list",
    team_long: "Team size must be {limit} characters or fewer. It has {length}.",
    start_long: "Start date must be {limit} characters or fewer. It has {length}.",
    message_missing: "Write your message",
    message_long: "Your message must be {limit} characters or fewer. It has {length}.",
    consent_missing: "Tick the box to let us store your details and answer you",
  },

  received: {
    title: "Thank you",
    description: "Your message reached DreamCode.",
    stored: "Your message is stored. A person will read it.",
    reference: "Your reference",
    keep: "We sent a receipt to your email address. If you write to us again, name this reference.",
    reading: "While you wait",
  },

  notFound: {
    title: "This page is not here",
    text: "The address may be old or mistyped. These pages exist:",
  },
  broken: {
    title: "Something on our side broke",
    text: "The page could not be shown. Please try again; what you sent before with a reference number is safe.",
    retry: "Try again",
  },

  footer: {
    navigation: "Footer",
    tagline: "Colombian teams, on your clock.",
    services: "Services",
    company: "Company",
    talk: "Talk to us",
    privacy: "Privacy",
    clock: "Colombia keeps UTC−5 all year.",
  },
};

export type Messages = typeof messages;
