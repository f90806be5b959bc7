export const messages = {
  skip: "Skip to the content",
  languageName: "English",
  footnotes: { title: "Notes", back: "Back to the text, note" },
  menu: "Menu",
  mainNavigation: "Main",
  nav: {
    services: "Services",
    blog: "Blog",
    contact: "Contact",
    inquiry: "Start a project",
  },
  breadcrumbs: "You are here",

  home: {
    allServices: "All services",
    allArticles: "All articles",
    source: "Source: {source}, {date}",
    map: {
      title: "Map of the Americas",
      skip: "Skip the map",
      description:
        "Colombia is filled in. Its cities lie close to the 75° W meridian, and it keeps UTC−5 all year. Lines join Bogotá with seven cities. Toronto, New York and Miami have Colombia’s time in winter and are one hour ahead in summer. Chicago and Dallas are one hour behind in winter and have the same time in summer. San Francisco is three hours behind in winter and two in summer. Vancouver is two hours behind all year. The tech hubs on the map lead to their pages.",
      meridian: "75° W · UTC−5",
      clients: {
        vancouver: "Vancouver",
        sanFrancisco: "San Francisco",
        dallas: "Dallas",
        chicago: "Chicago",
        miami: "Miami",
        toronto: "Toronto",
        newYork: "New York",
      },
    },
  },

  blog: {
    title: "Blog",
    lead: "What we read and learn about technology and support teams in Colombia.",
    empty: "No articles yet.",
    categoryLead: "Articles filed under {category}.",
    minutes: "{minutes}\u00a0min\u00a0read",
    minutesRange: "{from} to {to}\u00a0min\u00a0read",
    updated: "Updated {date}",
    onThisPage: "On this page",
    related: "Read next",
    writtenBy: "Written by",
    relatedServices: "How we help with this",
    relatedHubs: "Related cities",
    photo: "Photo: {credit}",
    draft: "Draft, not published",
    scheduled: "Not published before {date}",
    ended: "Not shown since the end of its last day",
  },

  lists: {
    position: "Page {number} of {count}",
    titled: "{title}, page {number} of {count}",
    pages: "Pages of this list",
    page: "Page {number}",
    previous: "Previous page",
    next: "Next page",
    categories: "Categories",
    tags: "Tags",
    categoryTitle: "{category}: articles",
    tagTitle: "Articles tagged {tag}",
    authorTitle: "Articles by {author}",
    tagLead: "Articles tagged “{tag}”.",
    authorLead: "Articles written by {author}.",
    older: "Older article",
    newer: "Newer article",
    neighbours: "Older and newer articles",
  },

  services: {
    title: "Services",
    lead: "Teams in Colombia for companies in the United States and Canada. Pick the work; we bring the people.",
    others: "Goes well with",
    articles: "Articles about this",
    audience: "Who it is for",
    outcome: "What you get",
    start: "How it starts",
    industries: "Industries that ask for it",
    hubs: "Where the people are",
    stories: "Customer stories",
    all: "All services",
  },

  industries: {
    title: "Industries",
    lead: "What teams in Colombia do for five kinds of business, and what to settle before they begin.",
    tasks: "What is done",
    services: "Services behind it",
    clients: "Clients in this industry",
    others: "Other industries",
    all: "All industries",
  },

  hubs: {
    title: "Tech hubs",
    lead: "Cities in Latin America where technology people work: what each is known for, with figures and their sources.",
    comparison: "The hubs compared",
    by: {
      city: "Tech hubs by city",
      country: "Tech hubs by country",
      population: "Tech hubs by population",
      universities: "Tech hubs by number of universities",
      professionals: "Tech hubs by tech professionals",
    },
    byDescription: "{title}: what each city in Latin America is known for, with figures and their sources.",
    byLead: "Choose the title of a column to sort the table by it.",
    columns: {
      country: "Country",
      city: "Cities",
      population: "Population",
      universities: "Universities",
      professionals: "Tech professionals",
    },
    ours: "Where our teams are",
    notCounted: "no figure",
    tableNote:
      "These figures count whole countries, not cities. They come from Globy’s article on Latin American tech hubs, which names Statista for Brazil’s tech professionals. It counts universities in Brazil and Uruguay, and tech universities elsewhere.",
    chart: "Tech professionals by country",
    chartNote: "As Globy’s article counts them; Brazil’s figure is from Statista.",
    timeZone: "Time zone",
    knownFor: "Known for",
    facts: "At a glance",
    figures: "Figures",
    wholeCountry: "Counts the whole country",
    noFigures: "There are no separate figures for this city. The comparison of the hubs counts whole countries.",
    articles: "Articles about it",
    services: "Services that draw on this city",
    others: "Other hubs",
    compare: "Compare the hubs",
  },

  projects: {
    title: "Clients",
    /** Its name once there is a story. */
    titleWithStories: "Customer stories",
    lead: "Companies that DreamCode has worked with, by sector.",
    clients: "Clients by sector",
    stories: "Stories",
    others: "Other stories",
  },

  openings: {
    title: "Careers",
    lead: "Work from Colombia for companies in the United States and Canada. Our openings are listed here, each with a form to apply.",
    none: "No openings at this time",
    noneText: "When there is one, it will be on this page, and you can apply for it here.",
    work: "What our teams do",
    others: "Other openings",
    apply: "Apply for this opening",
    applyTitle: "A link to your CV is enough",
    applyUntil: "Apply until {date}",
    facts: {
      place: "Location",
      languages: "Languages",
      employment: "Employment",
      service: "Team",
      date: "Posted",
      until: "Last day to apply",
    },
    remote: "Remote, anywhere in Colombia",
    inCity: "{city}, Colombia",
    employment: {
      "full-time": "Full time",
      "part-time": "Part time",
      contract: "Contract",
      temporary: "Temporary",
      internship: "Internship",
    },
  },

  search: {
    title: "Search",
    titleFor: "Search: “{query}”",
    lead: "Articles, services, industries, cities and everything else on this site. Accents do not matter, and small typing mistakes are forgiven.",
    description: "Search the articles, services, cities and pages of DreamCode.",
    label: "What are you looking for?",
    submit: "Search",
    cut: "Only the first {limit} characters were searched for.",
    one: "1 page for “{query}”",
    several: "{count} pages for “{query}”",
    none: "Nothing found for “{query}”",
    noneHint: "Try fewer words, or a more common one.",
    close: "No page has exactly these words. These come close.",
    partial: "No page has all of these words. These have some of them.",
    more: "These are the best {shown}. Add a word to see fewer.",
    elsewhere: "Or start from here",
    kinds: {
      blog: "Article",
      services: "Service",
      industries: "Industry",
      hubs: "Tech hub",
      projects: "Customer story",
      openings: "Opening",
      pages: "Page",
    },
  },

  invitation: {
    title: "Need a team on your clock?",
    text: "Tell us the roles, the skills and the start date. We answer by email.",
  },

  /** On the buttons that lead to a form. Services, industries and pages say their own: `ask`. */
  firstStep: {
    searched: "Ask us about “{query}”",
    team: "Ask about a team",
    need: "Tell us what you need",
    industry: "Ask about your industry",
    project: "Ask about a team like this",
    hubs: "Ask which city fits",
    hub: "Ask about {city}",
    hours: "Ask about your hours",
    vendor: "Ask for anything else you need",
    careers: "Write to us",
  },

  feeds: {
    link: "Follow by RSS",
    text: "This article as Markdown",
    by: "By {author}.",
    updated: "Updated {date}.",
  },

  figureSource: "Source",
  watch: "Watch on {host}",
  table: "Table",
  notes: "Notes",

  contact: {
    title: "Contact us",
    description: "Write to DreamCode. A person reads your message and answers by email, in English or Spanish.",
    lead: "A question, a correction, a hello. For a project, use the inquiry form: it asks what we need to know.",
    inquiryLink: "Go to the inquiry form",
    submit: "Send message",
    message: "Your message",
    messageHint: "",
  },

  offices: {
    title: "Offices",
    otherWays: "Other ways to reach us",
    hours: "Hours",
    clock: "Time zone",
  },

  company: {
    title: "Who is behind this site",
    name: "Company",
    legalName: "Legal name",
    taxNumber: "Tax number (NIT)",
    founded: "Founded",
    telephone: "Telephone",
    email: "Email",
    whatsapp: "WhatsApp",
    whatsappText: "Hello, my reference is {reference}.",
    whatsappLink: "Or write to us on WhatsApp, with this reference",
    contact: "Your contact",
    certificates: "Certificates",
    team: "The team",
    terms: "Terms",
    nda: "Confidentiality",
    minimumTeam: "Smallest team",
    minimumTerm: "Shortest term",
    firstCall: "First call",
    reply: "Response time",
    security: "Security",
    securityContact: "Report a problem to",
    practices: "What we do",
  },

  vendor: {
    title: "Vendor information",
    description:
      "DreamCode for procurement on one page: who and where we are, clients, services, hours, data, security and terms.",
    lead: "For procurement: what a vendor file asks for, on one page to print.",
    who: "Who we are",
    where: "Where we are",
    offices: "Offices",
    country: "Country",
    countryText: "Colombia. We place teams with companies in the United States and Canada.",
    clients: "Clients",
    services: "Services",
    hours: "Hours",
    hoursText:
      "9:00 a.m. to 6:00 p.m. in Colombia, which has Eastern time from November to March and Central time from March to November.",
    data: "Personal data",
    dataText: "What this site stores, for how long and how it is erased:",
    privacy: "Privacy notice",
  },

  inquiry: {
    /** What the message begins with where a search led to the form. */
    begun: "I looked for “{query}” on your site. ",
    title: "Start a project",
    description: "Tell DreamCode which team you need. A person reads it and answers by email, in English or Spanish.",
    lead: "Tell us what you need. A rough idea is enough to begin.",
    submit: "Send inquiry",
    email: "Work email",
    message: "Tell us about it",
    messageHint: "Roles, stack, what it should do. Whatever you already know.",
  },

  form: {
    labels: {
      name: "Your name",
      email: "Email",
      company: "Company",
      country: "Country",
      service: "What do you need?",
      phone: "Telephone",
      team: "Team size",
      start: "Start date",
    },
    emailHint: "We answer at this address. We do not share it.",
    /** To whoever has a clock of Canada or the United States. */
    greeting: "You and our team in Bogotá are both at work from {from} to {to}, {city} time.",
    slip: { ask: "Did you mean {address}?", use: "Yes, use it" },
    chooseCountry: "Choose a country",
    chooseService: "Choose a service",
    /** By what is stored, which no service may be called. */
    undecided: { "not-sure": "Not sure yet", several: "Several of these" },
    teamHint: "For example: two developers and a tester",
    startHint: "A date, a month, or “as soon as possible”",
    optional: "(optional)",
    optionalFields: "Optional fields: {fields}.",
    consent: "I agree that DreamCode stores these details to answer me, as the privacy notice says.",
    privacy: "Read the privacy notice",
    sending: "Sending…",
    decoy: "Leave this field empty",
    problem: "There is a problem",
    errorPrefix: "Error: ",
    notSent: {
      contact: "Your message was not sent",
      inquiry: "Your inquiry was not sent",
      newsletter: "Your sign-up was not sent",
      reply: "Your reply was not sent",
      application: "Your application was not sent",
    },
    unavailable: {
      contact:
        "We could not take your message just now. It is still in the form: please send it again in a few minutes.",
      inquiry:
        "We could not take your inquiry just now. It is still in the form: please send it again in a few minutes.",
      newsletter:
        "We could not take your sign-up just now. Your address is still in the form: please send it again in a few minutes.",
      reply: "We could not take your reply just now. It is still in the form: please send it again in a few minutes.",
      application:
        "We could not take your application just now. It is still in the form: please send it again in a few minutes.",
    },
    tooMany:
      "So many messages came from your network within a day that we did not take this one. It is still in the form: you can send it again tomorrow.",
    writeToUs: "Or write to us at {address}.",
    writeInstead: "Send it from your own mail program instead",
    wholeText: "Your whole text, to copy",
    cut: "(The rest is too long for this link. Please paste your whole text here.)",
    thisLanguage: "Continue in English with what you typed",
    draft: "This is what you typed before. It was not sent yet.",
    tooLarge:
      "What you sent was too large for this form. Go back in your browser to find your text, shorten it, and send it again.",
    refused:
      "What arrived came from another site, so we did not take it. If you wrote it, check the form below and send it from here.",
    unreadable:
      "What arrived could not be read as a form. If your text is not below, go back in your browser to find it; then send it again.",
    next: "What happens next",
    nextSteps: [
      "You get a reference number at once.",
      "Somebody on our team reads what you wrote.",
      "They answer you by email, in English or Spanish.",
    ],
  },

  /** Of a hub and of an office, beside that of New York. */
  clock: {
    changing: "In January, {january}; in July, {july}",
    steady: "All year, {clock}",
    same: "the same time as New York",
    ahead: "{difference} ahead of New York",
    behind: "{difference} behind New York",
  },

  hours: {
    title: "Your hours and ours",
    lead: "Colombia never changes its clocks. Enter the city of your office to see when both teams are at their desks.",
    description:
      "Which working hours your office shares with Colombia today, for any city or time zone, daylight saving included.",
    office: "Your office",
    officeHint: "A city, a state or a time zone, such as Denver, Ontario or Eastern",
    show: "Show the hours",
    colombia: "Colombia",
    clock: "9:00 a.m. to 6:00 p.m.",
    columns: { place: "Place", hours: "Hours", when: "When" },
    shared: "{hours} shared hours",
    sharedOne: "1 shared hour",
    none: "no shared hours",
    headline: "{hours} with {city}",
    overlap: "{from} to {to} in Colombia is {fromThere} to {toThere} in {city}.",
    noOverlap: "The two working days do not overlap. Ask us about a team that works your hours.",
    same: "Both clocks show the same time.",
    ahead: "{city} is {difference} ahead of Colombia.",
    behind: "{city} is {difference} behind Colombia.",
    change: "That changes on {date}, when {city} moves its clocks.",
    basis: "This counts a working day from 9:00 a.m. to 6:00 p.m. on both sides. Gold hours are shared.",
    missing: "Enter a city or a time zone",
    unknown: "We do not know “{typed}”. Enter a larger city nearby, or a time zone.",
    suggestions: "Did you mean",
    inquiry: "Start a project with these hours",
    tool: "Try it with your office",
    others: "Other offices",
    split: "Not all of {place} keeps this clock. If yours is another, enter the city of your office.",
    allYear: "{city} and Bogotá all year",
    cities: "City by city",

    /** The page of one city. */
    city: {
      home: "Bogotá",
      title: "{city} and Bogotá",
      description:
        "When {city} and Bogotá are both at work, hours for a standing meeting, and the days on which the clocks change. With a calendar file.",
      steadyDescription:
        "When {city} and Bogotá are both at work, and hours for a standing meeting. Neither city changes its clocks. With a calendar file.",
      lead: "{city} changes its clocks, and Bogotá never does. These are the hours in which both are at work, before and after each change.",
      steadyLead:
        "Neither city changes its clocks. These are the hours in which both are at work, on every working day.",
      while: {
        same: "{shared} while both clocks show the same time",
        ahead: "{shared} while {city} is {difference} ahead",
        behind: "{shared} while {city} is {difference} behind",
      },
      allYear: "{shared} all year",
      times: "{from} to {to}",
      meeting: "Hours for a standing meeting",
      meetingText:
        "A meeting that keeps to these hours on the clock of {city} lies within both working days all year, and nobody has to move it when the clocks change.",
      steadyMeetingText: "A meeting within these hours lies in both working days all year.",
      calendar: "Put the shared hours into your calendar",
      calendarNote:
        "A file for Outlook, Google Calendar and Apple Calendar (.ics): Monday to Friday until {until}. It shows you as free and books nothing.",
      onClock: "on the clock of {city}",
      changes: "When the clocks change",
      when: "When",
      until: "Until {date}",
      since: "From {date}",
      difference: { same: "the same time", ahead: "{city} {difference} ahead", behind: "{city} {difference} behind" },
      changesNote: "When both cities are at work, on the clock of each.",
      sameClock: "On the clock of {city}",
      event: "{city} and Bogotá at work",
      eventNote: "{from} to {to} in {city}: both teams are at their desks. Nothing is booked.",
    },
  },

  replies: {
    count: { one: "{count} reply", other: "{count} replies" },
    first: "Reply to this article",
    leave: "Leave a reply",
    lead: "Correct us, add something, or tell us what is missing. A person reads every reply and decides which ones appear.",
    article: "About:",
    submit: "Send reply",
    nameHint: "Shown with your reply",
    emailHint: "Not shown. We write here if we have a question.",
    message: "Your reply",
    messageHint: "",
    consent:
      "I agree that DreamCode stores these details and may show my name and my reply under the article, as the privacy notice says.",
  },

  application: {
    title: "Apply",
    lead: "A person reads every application.",
    opening: "Opening:",
    choose: "Which opening is it about?",
    submit: "Send application",
    emailHint: "We write to you here.",
    cv: "Link to your CV or profile",
    cvHint: "A document that we can open, or your page on LinkedIn",
    message: "What else you would like to say",
    consent:
      "I agree that DreamCode stores these details and opens my CV to decide on my application, for as long as the privacy notice says.",
    nextSteps: [
      "You get a reference number at once.",
      "Somebody on our team reads your application.",
      "If the next step is an interview, they write to you by email, in English or Spanish.",
    ],
  },

  newsletter: {
    title: "Newsletter",
    description: "Leave your email address, and DreamCode writes to you about Colombian technology and support teams.",
    lead: "Leave your email address, and we write to you when there is something new to read about Colombian technology and support teams.",
    submit: "Sign up",
    emailHint: "The newsletter goes here. We do not share your address.",
    consent:
      "I agree that DreamCode stores this address and sends me its newsletter, as the privacy notice says. I can leave at any time.",
  },

  leadErrors: {
    name_missing: "Enter your name",
    name_long: "Your name must be {limit} characters or fewer. It has {length}.",
    email_missing: "Enter your email address",
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
    message_long: "Your text must be {limit} characters or fewer. It has {length}.",
    inquiry_missing: "Tell us about your project",
    reply_missing: "Write your reply",
    cv_missing: "Enter the address of your CV or profile",
    cv_long: "The address of your CV must be {limit} characters or fewer. It has {length}.",
    cv_format: "Enter the whole address of a page, like https://www.linkedin.com/in/your-name",
    consent_missing: "Check the box to let us store your details and answer you",
    newsletter_consent_missing: "Check the box to let us store your address and send you the newsletter",
    reply_consent_missing: "Check the box to let us store your reply and show it",
    application_consent_missing: "Check the box to let us store your application and open your CV",
  },

  received: {
    title: "Thank you",
    stored: {
      contact: "We have your message. A person will read it.",
      inquiry: "We have your inquiry. A person will read it.",
      newsletter: "We have your sign-up.",
      reply: "We have your reply. A person reads it before any of it appears.",
      application: "We have your application. A person will read it.",
    },
    reference: "Your reference",
    /** Only where one is queued. */
    confirmation: "A confirmation goes to your email address.",
    confirm:
      "An email goes to your address. Use the link in it to confirm: only then are you on the newsletter’s list.",
    unconfirmed:
      "You are on the newsletter’s list once you have used the link in the email that we send to your address. If you find no such email, sign up again tomorrow, or write to us.",
    keep: "If you write to us again, mention this reference.",
    /** Only where the address looks mistyped. */
    slip: "The address you gave ends in {typed}. If you meant {meant}, our mail will not reach you.",
    sendAgain: "Send it with the right address",
    facts: {
      title: "At a glance",
      received: "Received",
      call: "Earliest call",
    },
    ready: {
      title: "What to have ready for our answer",
      items: [
        "The role or the task, in two sentences",
        "The tools and the languages that it needs",
        "The date on which you would like to begin",
        "The hours you need, with their time zone",
      ],
    },
    reading: "While you wait",
    /** The page was opened without the reference that belongs to it. */
    unknown: {
      title: "No reference number",
      text: "This address belongs to no message. If you have just sent one, we have it all the same. If not, write to us here.",
      form: "Open the form",
    },
  },

  share: {
    alt: "“{title}” in black letters on gold, beside a pattern of geometric tiles. DreamCode.",
    altWithPicture: "“{title}” in black letters on gold, beside a picture. DreamCode.",
  },

  trouble: {
    missing: {
      title: "This page is not here",
      text: "The address may be old or mistyped. Search the site, or go on from one of the pages below.",
    },
    broken: {
      title: "Something on our side broke",
      text: "We could not show this page. Please try again. What you sent with a reference number is safe.",
    },
    method: {
      title: "Nothing can be sent to this address",
      text: "This page can only be read. To write to us, use one of the forms:",
    },
    host: {
      title: "This is not our address",
      text: "The link that brought you here uses a name that is not ours. Our site is here:",
    },
  },

  /** Above pages whose addresses are like one that leads nowhere. */
  near: "Perhaps you were looking for",

  footer: {
    navigation: "Footer",
    tagline: "Colombian teams, on your clock.",
    services: "Services",
    company: "Company",
    talk: "Talk to us",
    clock: "Colombia is within an hour of Eastern time all year.",
  },
};

export type Messages = typeof messages;
