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

/** What ALARM_TO reads when delivery is in trouble. */
export const alarm = {
  dead: {
    subject: "[Alarm] {ref} was not delivered",
    body: "The inquiry {ref} is stored, but one of its messages to the team was given up. The mail server's last word: {reply}\n\nRead it:       npm run leads -- show {ref}\nSend it again: npm run leads -- retry {ref}",
  },
  paused: {
    subject: "[Alarm] The mail server refuses the site",
    body: "The mail server refuses every mail of the site: {reply}\nInquiries are stored and wait ({count} now). One is tried every 10 minutes; all go out once one gets through.\n\nCheck SMTP_URL and MAIL_FROM, then restart the site.",
  },
  delayed: {
    subject: "[Alarm] Inquiries have waited for 30 minutes",
    body: "Messages to the team not delivered for 30 minutes: {count}. The oldest is {ref}, waiting since {since}.\nThey are stored and tried again, for 72 hours.\n\nSee what the mail server says: npm run leads -- show {ref}",
  },
};
