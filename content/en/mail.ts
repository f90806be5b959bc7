export const mail = {
  brand: "DreamCode",

  receipt: {
    contact: "We have your message",
    inquiry: "We have your inquiry",
    reference: "Reference",
    service: "About",
    next: "The team has it. A person reads it and answers you at this address, in English or Spanish.",
    again: "If you write to us again, name the reference. Our contact page:",
    mistake:
      "You did not write to us? Then somebody gave your address by mistake. You need not do anything, and you are on no mailing list.",
    automatic: "Sent automatically when the form on our site was filled in.",
  },
};

export type MailText = typeof mail;

/** What the team reads. The team works in English. */
export const notice = {
  inquiry: "Inquiry",
  contact: "Message",
  messageFrom: "Message from {name}",
  labels: {
    reference: "Reference",
    name: "Name",
    email: "Email",
    company: "Company",
    country: "Country",
    phone: "Telephone",
    service: "Service",
    team: "Team size",
    start: "Start date",
    zone: "Office hours in",
    language: "Language",
    page: "Sent from",
    received: "Received",
  },
  message: "Message",
  answer: "An answer to this mail goes to the visitor.",
};
