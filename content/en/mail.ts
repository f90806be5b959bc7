export const mail = {
  receipt: {
    contact: "We have your message",
    inquiry: "We have your inquiry",
    newsletter: "Confirm your sign-up for the newsletter",
    reply: "We have your reply",
    application: "We have your application",
    reference: "Reference",
    topic: "About",
    hours: "Hours we share",
    /** When both are at work, from 9:00 to 18:00 on their own clocks. */
    together: "{fromThere} to {toThere} in {city}, which is {from} to {to} in Colombia",
    next: "A person on the team reads it and answers you at this address, in English or Spanish.",
    /** Only where answers reach us. */
    add: "To add something, reply to this email.",
    again: "If you write to us again, mention the reference. Our contact page:",
    mistake:
      "If you did not write to us, somebody gave your address by mistake. You do not have to do anything, and you are on no mailing list.",
    automatic: "This email is sent automatically when somebody fills in the form on our site.",
  },

  reply: {
    next: "A person on the team reads it and decides whether it appears under the article, with the name you gave. Nothing appears by itself, and your address is not shown.",
  },

  application: {
    next: "A person on the team reads it. If the next step is an interview, they write to you at this address, in English or Spanish.",
  },

  newsletter: {
    next: "You are not on the newsletter’s list yet: one step is left. The page that opens has one button.",
    join: "Confirm that you want the newsletter",
    leave: "To leave the list, now or later:",
    leaveLink: "leave the list",
    mistake:
      "If you did not sign up, somebody gave your address by mistake. You do not have to do anything: without your confirmation you are on no list.",
  },

  /** The page behind the links in that mail. */
  subscription: {
    join: {
      ask: "Do you want the newsletter?",
      before: "This button puts your address on the newsletter’s list. You can leave it at any time.",
      button: "Yes, I want it",
      done: "You are on the list",
      already: "You are on the list already",
      after: "You will get the next newsletter.",
      instead: "I want to be on the list again",
    },
    leave: {
      ask: "Do you want to leave the newsletter’s list?",
      before: "This button takes your address off the list, and you get no more newsletters.",
      button: "Yes, leave the list",
      done: "You have left the list",
      already: "You have left the list already",
      after: "You get no more newsletters.",
      instead: "Leave the list",
    },
    over: "This link is older than 30 days",
    gone: "This link no longer works",
    signUpAgain: "Sign up for the newsletter",
  },

  /** A call that a visitor asks for: on the page of thanks, and behind the link in the receipt. */
  call: {
    offer: "Would you rather talk?",
    link: "Ask for a call",
    ask: "Choose a time for a call",
    request:
      "Half an hour, during your working day and ours in Bogotá. This is a request, not a booking: a person answers you by email, and confirms the time or proposes another.",
    holidays: "We left out weekends, but no public holidays: if a time falls on one, we propose another.",
    /** The zone of whoever asks is not known. */
    guess: "We do not know your time zone, so these are the times in {place} and Bogotá.",
    time: "{time} in {place}",
    home: "Bogotá",
    elsewhere: "I am in another time zone",
    zone: "Your city or time zone",
    zoneHint: "Such as Denver, Ontario or Eastern",
    show: "Show its times",
    unknown: "We do not know “{typed}”. Enter a larger city nearby, or a time zone.",
    suggestions: "Did you mean:",
    none: "The working days of {place} and Bogotá do not overlap. Tell us which times suit you:",
    done: "We have your request for a call",
    already: "You have asked for this time already",
    unbooked: "Nothing is booked yet. A person answers you by email, and confirms this time or proposes another.",
    other: "Does another time suit you better? The last one you choose is the one that counts.",
    passed: "That time is too soon, or has passed",
    passedBody: "Please choose another one.",
    often: "You have asked three times",
    oftenBody:
      "The last of them is the one that counts, and a person answers you by email. If it does not suit you, tell them then.",
    later: "Please ask again in a few minutes",
    laterBody: "We have your message, but cannot take a request for a call just yet.",
    over: "This link is older than 30 days",
    gone: "This link no longer works",
    write: "Write to us",
  },
};

export type MailText = typeof mail;

/** What the team reads. The team works in English. */
export const notice = {
  spam: "[Likely spam]",
  why: "Likely spam: {reasons}.",
  undecided:
    "The visitor was thanked on the page and got no receipt. If it is real, say so with “Not spam”, and the receipt goes out.",
  /** Before the links. Each opens a page with one button, and nothing happens before that is pressed. */
  decide: "Say what becomes of it:",
  write: "Answer",
  /** Line breaks and what they wrote follow. */
  replyCut: "(…)",
  attachment: "What the site noted of it is in the attached file, which an answer does not quote.",
  inquiry: "Inquiry",
  contact: "Message",
  newsletter: "Newsletter sign-up",
  reply: "Reply",
  replyTo: "Reply to “{title}”",
  application: "Application",
  applicationFor: "Application for “{title}”",
  messageFrom: "Message from {name}",
  amendment: "Amendment to {ref}",
  /** What an amendment says otherwise than before. */
  changed: {
    title: "What changed:",
    was: "{now} (before: {before})",
    nothing: "nothing",
    message: "Message",
    anew: "written anew",
    added: "Message, added",
    removed: "Message, taken out",
  },
  labels: {
    name: "Name",
    email: "Email",
    company: "Company",
    country: "Country",
    phone: "Telephone",
    article: "Article",
    opening: "Opening",
    cv: "CV",
    service: "Service",
    team: "Team size",
    start: "Start date",
    zone: "Office hours in",
    language: "Language",
    page: "Sent from",
    received: "Received",
    theirTime: "Their time now",
  },
  origin: "How they found us",
  score: "Spam score",
  /** Parameters of a campaign stand under their own names. */
  originLabels: {
    link_ref: "ref",
    landing: "First page here",
    referrer: "Came from",
    read_before: "Read before writing",
  },
  answer: "If you answer this email, it goes to the visitor.",
  noAnswer: "An answer to this email does not reach the visitor. Write to {email} instead.",
  /** What the team does about it. */
  toDo: {
    reply:
      "It is not on the site. To show it, put its name, date and text into content/<language>/replies/, in a file named like the article’s own and ending in .yaml.",
    newsletter:
      "They are asked to confirm by a link in their mail, and are on the list once they did: npm run leads -- newsletter --out newsletter.csv. There is nothing to do for you.",
    unasked:
      "They were NOT asked to confirm this time: their mailbox had two such mails today, or another spelling of it did, or no more confirmations could go out today. Unless they confirmed before, they are not on the list. Write to them, or ask them to sign up again tomorrow.",
  },
};

/** What the team reads when the confirmation to a client could not be delivered, beside the notice. */
export const unreachable = {
  subject: "Their address does not work",
  subjectOurs: "They got no confirmation",
  why: "The confirmation to {email} was refused: {reply}. An answer to that address will not arrive either.",
  whyOurs:
    "The confirmation to {email} did not go out: our own mail server sends to no address with such letters (it knows no SMTPUTF8). The address may well be right. Write to it from another mailbox, and ask whoever runs our mail server.",
  slip: "Did they mean {address}?",
  call: "They left a telephone number:",
  noPhone: "They left no telephone number.",
};

/** What the team reads, in the thread of the notice, when a visitor asks for a call. */
export const callNotice = {
  subject: "Call asked for: {time}",
  changed: "This takes the place of the time they asked for before.",
  over: "That time is over: you could not be told before. Propose another.",
  unbooked:
    "They read that nothing is booked, and that a person answers by email: confirm the time, or propose another.",
  labels: { here: "Call at", there: "By their clock" },
  unknown: "not known: they chose by the clocks of Bogotá and New York",
  attachment: "The attached file puts it into a calendar, as tentative. It invites nobody.",
  event: "Call asked for, not confirmed: {who} [{ref}]",
};

/** What the team reads each morning of what is held as likely spam. */
export const digest = {
  subject: "To be decided, likely spam: {count}",
  /** Of a mail that tells within a minute of what came in a flood. */
  fresh: "To be decided, likely spam: {count}, of these new: {named}",
  intro:
    "Nobody has decided about these inquiries yet: they look as if a program, or somebody who sells, had sent them. The first is the most likely to be from a client. Each visitor was thanked on the page and got no receipt. They are named each morning until somebody decides.",
  score: "Score {score}: {reasons}",
  /** Where somebody decided between the hour of the mail and its sending. */
  none: "Everything is decided by now.",
  programs: "Beyond doubt by their text and the way they were sent, so they have no mail of their own: {count}",
  others:
    "More that are held: {count}. The page shows them as well, and the next mails name those that no mail has named yet.",
  /** After the whole mail was refused for its content. */
  safe: "The mail server refused this mail with the first lines of the messages, so they stand on the page alone.",
  page: "All of them on one page, with a button each:",
  decide:
    "“Not spam” says that it is real: its sender gets the receipt. “Spam” says that it is none, and you hear no more of it. Each opens a page with one button, and nothing happens before that is pressed.",
};

/** Behind the links in mails to the team. The client may get to see it, where a mail is quoted. */
export const decisionPage = {
  labels: { "not-spam": "Not spam", spam: "Spam", answered: "Answered", mine: "Mine", open: "Not answered" },
  "not-spam": {
    ask: "Is {ref} a real inquiry?",
    before: "It then counts as one, and its sender gets the receipt where it was kept back.",
    done: "{ref} is a real inquiry now.",
    already: "{ref} counts as a real inquiry.",
    after: "Its sender gets the receipt, unless they had one today or were answered.",
  },
  spam: {
    ask: "Is {ref} spam?",
    before:
      "A receipt that has not gone out yet is kept back. Colleagues who have it as a real inquiry are told. It can be taken back.",
    done: "{ref} is spam now.",
    already: "{ref} is marked as spam already.",
    after: "A receipt that had not gone out is kept back.",
  },
  answered: {
    ask: "Has {ref} been answered?",
    before: "Whoever else has it is told, and the time that the answer took counts.",
    done: "{ref} is answered.",
    already: "{ref} is marked as answered already.",
    after: "Whoever else has it is told.",
  },
  mine: {
    ask: "Do you take {ref}?",
    before: "Whoever else has it is told that you do.",
    done: "{ref} is yours.",
    already: "{ref} was taken from your mailbox already.",
    after: "Whoever else has it is told. Say so when you have answered.",
  },
  open: {
    ask: "Is {ref} still to be answered?",
    before: "It then counts as not answered, and whoever else has it is told.",
    done: "{ref} is to be answered again.",
    already: "Nobody has taken {ref}.",
    after: "Whoever else has it is told.",
  },
  instead: {
    "not-spam": "No, {ref} is no spam",
    spam: "No, {ref} is spam",
    answered: "I have answered {ref}",
    mine: "I take {ref}",
    open: "No, {ref} is still to be answered by somebody",
  },
  /** Beside what the button says, where the inquiry is held or was called spam. */
  releases: {
    mine: "By this it also counts as a real inquiry, and its sender gets the receipt where it was kept back.",
    open: "By this it also counts as a real inquiry, and its sender gets the receipt where it was kept back.",
    answered: "By this it also counts as a real inquiry. No receipt goes out for it: its sender has your answer.",
  },
  rest: "What else is to be decided",
  events: {
    released: "Called real by {who}, {at}",
    spam: "Called spam by {who}, {at}",
    answered: "Answered, says {who}, {at}",
    taken: "Taken by {who}, {at}",
    reopened: "To be answered again, says {who}, {at}",
    erased: "Erased by {who}, {at}",
    joined: "Confirmed by the {who}, {at}",
    left: "Left by the {who}, {at}",
    "shown-as": "Shown to its sender as {who}, {at}",
  },
  held: "To be decided: {count}",
  heldBody: "The first is the most likely to be from a client.",
  others: "More that are held: {count}. They are shown once these are decided.",
  again: "Show what is held now",
  none: "Everything is decided",
  noneBody: "Nothing is held as likely spam.",
  gone: "This link no longer works",
  over: "It is older than 90 days. Whoever looks after the site can still decide about the inquiry.",
  erased: "The inquiry was erased.",
};

/** What the others who have a notice read when one of them has decided. */
export const decided = {
  released: "No spam, says {who}",
  spam: "Spam, says {who}",
  answered: "Answered, says {who}",
  taken: "Taken by {who}",
  reopened: "To be answered again, says {who}",
  why: "You read this because you have the inquiry, too.",
};

/** What Slack or Teams says, after the kind and the reference of an inquiry, and of what became of it. */
export const chat = {
  footer: "The mail to the team has the rest, and how to answer.",
  released: "{ref} is no spam, says {who}",
  spam: "{ref} is spam, says {who}",
  answered: "{ref} is answered, says {who}",
  reopened: "{ref} is to be answered again, says {who}",
  erased: "{ref} was erased by {who}: delete what is said of it here",
};

/** Why an inquiry is taken for likely spam, each after how much it counts. Three points mark one. */
export const spamReasons = {
  decoy: "filled in a field that people do not see",
  decoy_repeats: "a field that people do not see repeats another one, as a password manager does",
  under_2_seconds: "sent within 2 seconds",
  under_4_seconds: "sent within 4 seconds",
  no_token: "sent without script, from a form that the browser had filled in, or from a page open for more than a day",
  used_token: "sent from a copy of a form that somebody else has sent",
  bare_request: "the request names no browser or no language",
  link_in_name: "a link in the name or company",
  link_as_company: "an address of a page as company",
  many_links: "names more than two sites that are not the sender’s own, or has ten links or more",
  anchors: "links written in HTML or BBCode",
  messenger: "asks to be written to on Telegram or WeChat",
  other_script: "written in letters of neither English nor Spanish",
  gibberish: "most of its words are made up",
  sales_word: "reads nearly as much like a sales pitch as like an inquiry",
  sales_words: "reads a little more like a sales pitch than like an inquiry",
  sales_pitch: "reads like a sales pitch",
  link_to_sales: "names a site beside that",
  quoted: "may quote what somebody else says",
  copy: "nearly the same text as another one from this network",
  copies: "nearly the same text as others sent within a week",
  sender_often: "5 or more from this network within 10 minutes before it",
  sender_all_day: "30 or more from this network today",
  email_often: "3 or more with this address within a day before it",
  form_flooded:
    "60 or more senders used this form within the hour before it, and no 5 seconds were seen to go into this one",
  amends_held: "adds to one that is held",
};

/** What the team gets each day of the lead that the site sends itself, with DAILY_PROOF=on. */
export const proof = {
  subject: "[{ref}] Test: daily proof, nobody wrote",
  body: "This is a test and no inquiry: nobody waits for an answer.\n\nThe site sent itself a message at {received}. It went the way of every inquiry, through the store and the mail server, and it arrived. On a day without it, look at the site.",
};

/** The account of a day, at 7:00 of the team, with DAILY_PROOF=on. */
export const reconciliation = {
  subject: "Inquiries of the day: stored {stored}, delivered {delivered}",
  period: "From {from} to {to}:",
  stored: "Stored: {count}",
  delivered: "Delivered to the team: {count}",
  waiting: "Waiting to be delivered: {count}",
  held: "Held as likely spam, with no mail of its own: {count}",
  dead: "Given up: {count}",
  erased: "Erased before they were delivered: {count}",
  /** Of a day whose account was written before, as while the database was away. */
  late: "STORED LATE, not in the account of {from} to {to}: {count}. Of that day, as it is now:",
  answered: "Answered or taken for the first time: {count}, after {median} in the median, {slowest} at the slowest",
  unaccounted: "WITHOUT ANY MESSAGE: {count}. Look at these: npm run leads -- list",
  proof: { arrived: "The daily proof arrived.", missing: "THE DAILY PROOF DID NOT ARRIVE." },
};

/** What REPORT_TO reads on the first of each month of the month before. */
export const report = {
  subject: "Inquiries in {month}: {count}",
  beside: "From {from} to {to}. “Before” is {earlier}.",
  alone: "From {from} to {to}.",
  nobody: "Nobody wrote in {month}.",
  nothingBefore: "There is no month before to compare with: the first message that is stored came on {day}.",
  partBefore: "{earlier} is no whole month here: the first message that is stored came on {day}.",
  facts: {
    leads: "Inquiries",
    spam: "Called spam",
    inbox: "Time to the inbox",
    answer: "Time to the first answer",
    unanswered: "Not answered",
    heldNow: "Held now",
  },
  compared: "{now}, before: {before}",
  withHeld: "{count} ({held} held)",
  waits: "{median} in the median (slowest {slowest}, of {count})",
  none: "none",
  by: { service: "Service", page: "Page", campaign: "Campaign", source: "Source" },
  unknown: { service: "(none named)", page: "(not known)", campaign: "(none)", source: "(not known)" },
  others: "({count} more)",
  counted:
    "“Held” looks like spam and waits for somebody to decide; until then it counts as an inquiry. “Not answered”: nobody has said “Mine” or “Answered” of it; sign-ups for the newsletter and what was erased are not counted there. Amendments, applications for an opening, what was called spam, and the daily proof are no inquiries.",
  written:
    "The page is the one that led to the form. Pages, campaigns and sources are what links and browsers say, which anybody can write.",
  more: "More of it: npm run leads -- stats --since {first} --until {last}",
};

/** What ALARM_TO, or else LEADS_TO, reads after a publication that a Git host has asked for. */
export const published = {
  subject: "Published, with something to know",
  intro: "What was pushed is on the site.",
  warnings: "Not everything looks as it was meant. In the files that have changed:",
  drafts:
    "Not shown to readers yet. Whoever gets one of these addresses sees the whole page; it stays the same while its file keeps its name:",
  whole: "All that was said: {outcome}",
};

/** What ALARM_TO, or else LEADS_TO, reads when `npm run doctor -- --mail` was run. */
export const testMail = {
  subject: "A test of the mail of the site",
  body: "Somebody ran npm run doctor for {siteUrl}, and this is the mail that it sends.\n\nIts source says whether receivers believe it: Authentication-Results should have spf=pass, dkim=pass and dmarc=pass.",
};

/** What ALARM_TO reads when something is in trouble. */
export const alarm = {
  /** Told by HTTP alone: while the store is away, no mail can be queued. */
  unstored: {
    "store-away": {
      subject: "[Alarm] The database cannot be read",
      body: "Inquiries are kept as files in DATA_DIR/spool and stored once the database is back. Nothing is mailed until then. The log of the site says why.",
    },
    "store-unwritable": {
      subject: "[Alarm] The database cannot be written",
      body: "Inquiries are kept as files in DATA_DIR/spool and stored once the database is back. Nothing is mailed until then. The log of the site says why.",
    },
    "disk-full": {
      subject: "[Alarm] The disk is full",
      body: "No inquiry can be kept: visitors are told so, and are asked to write to us. Make room where DATA_DIR is, or where the database is.",
    },
    "spool-unwritable": {
      subject: "[Alarm] DATA_DIR/spool cannot be written",
      body: "The database takes what comes. Should it be away, inquiries would be lost. Look at room and rights of DATA_DIR.",
    },
    "spool-unreadable": {
      subject: "[Alarm] DATA_DIR/spool cannot be read",
      body: "Inquiries may wait there that nobody can read. Look at the rights of DATA_DIR, at what stands in that folder, and at the log of the site, which names the files.\n\nA file that the user of the site may not read is taken by itself once its rights are mended, as with chown. One whose name ends with .json.bad is not whole: mend what is in it, and take .bad off its name. The site then takes it. One that the database refuses while it takes others is tried again for as long as it is there.",
    },
    "leads-in-spool": {
      subject: "[Alarm] Inquiries wait outside of the database",
      body: "They are files in DATA_DIR/spool, and are stored by themselves once the database takes them. Nobody of the team has them yet.",
    },
    other: {
      subject: "[Alarm] The site needs a person",
      body: "/api/health says what is wrong; README.md, under “When something fails”, what it means.",
    },
  },
  waited: "Written at {at}: it could not be sent before, and may be over. What is wrong now stands in /api/health.",
  dead: {
    subject: "[Alarm] {ref} was not delivered",
    body: "The inquiry {ref} is stored, but one of its messages to the team was refused for good. It is tried again for 72 hours. The mail server's last word: {reply}\n\nRead it:       npm run leads -- show {ref}\nSend it again: npm run leads -- retry {ref}",
  },
  deadProgram: {
    subject: "[Alarm] {ref} did not reach {program}",
    body: "A program of LEAD_WEBHOOK_URL was not told of the inquiry {ref}: {program}, {reply}. What goes to the team, to the visitor and to other programs does not depend on it.\n\nRead it:       npm run leads -- show {ref}\nSend it again: npm run leads -- retry {ref}\n\nWhere LEAD_WEBHOOK_URL does not name it any more, the second gives it up.",
  },
  deadDecision: {
    subject: "[Alarm] {program} does not know what became of inquiries: {count}",
    body: "A program of LEAD_WEBHOOK_URL was not told what became of inquiries that it has: {count}. The first is {ref} ({type}); {program} answered: {reply}. Do there by hand what was done here: an inquiry that was erased (lead.erased) may be kept there still.\n\nRead one:      npm run leads -- show {ref}\nSend it again: npm run leads -- retry {ref}, or all: npm run leads -- retry --dead\nDone by hand:  npm run leads -- dismiss {ref}, or all: npm run leads -- dismiss decisions-untaken",
  },
  paused: {
    subject: "[Alarm] The site cannot send mail",
    body: "No mail of the site gets out: {reply}\nInquiries are stored and wait ({count} now). One is tried every 10 minutes; all go out once one gets through.\n\nCheck SMTP_URL and MAIL_FROM, then restart the site.",
  },
  allRefused: {
    subject: "[Alarm] The mail server refuses every mail",
    body: "Mails to the team that were refused since the last one got through: {count}. The mail server's last word: {reply}\n\nInquiries are stored, and each is tried again for 72 hours. When several are refused alike, the account, the sender's address, a quota or a block is to blame: look at what the provider says, and at SMTP_URL and MAIL_FROM. Then restart the site, and all are tried at once.",
  },
  receipts: {
    subject: "[Alarm] Visitors get no confirmation: {count} refused",
    body: "Confirmations to visitors that the mail server refused since the last one got through: {count}. Its last word: {reply}\n\nInquiries reach you as always, and visitors are not promised a confirmation for now. A server that takes mail for its own addresses alone says this: let it relay for the site, or name another one in SMTP_URL. One that calls them spam may miss SPF and DKIM for the domain of MAIL_FROM: npm run doctor looks at both.",
  },
  restored: {
    subject: "[Alarm] Mails from a restored copy wait for your decision: {count}",
    body: "The store was restored from a backup. Mails that were waiting when the backup was made: {count}. They may have been sent since, so none of them is sent until you decide. What comes now is sent as always.\n\nSee whose they are: npm run leads -- restored\nSend one inquiry's: npm run leads -- retry REFERENCE\nSend all of them:   npm run leads -- restored --send\nSend none of them:  npm run leads -- restored --drop",
  },
  unread: {
    subject: "[Alarm] Mails to the team were refused: {count}",
    body: "Alarms, lists of what is held, accounts of the day or monthly reports were refused for good within a week: {count}. The last was for {recipient}. The mail server's last word: {reply}\n\nCheck ALARM_TO, LEADS_TO and REPORT_TO. What is wrong now stands in /api/health.",
  },
  held: {
    subject: "[Alarm] Held for a day without a decision: {count}",
    body: "Inquiries that look like spam and that nobody has decided about for 24 hours: {count}. The oldest is {ref}, held since {since}. Their senders got no receipt. What is beyond doubt is not counted here.\n\nSee them:     npm run leads -- list --held\nRead one:     npm run leads -- show REFERENCE\nSend one on:  npm run leads -- release REFERENCE\nCall it spam: npm run leads -- spam REFERENCE",
  },
  refused: {
    subject: "[Alarm] An inquiry could not be stored",
    body: "Last at {at} an inquiry could be kept neither in the store nor in the folder beside it, or more came from unknown networks than are taken in an hour. Nothing of it is here: the visitor was told so, kept the text and was asked to write to us.\n\nSee what /api/health says, and what the log says of that time. /api/health answers 503 until 24 hours after the last one.",
  },
  troubled: {
    subject: "[Alarm] Inquiries could not be stored as they should: {topics}",
    body: "Last at {at} the site said of itself: {topics}. What came meanwhile was stored, or waits as files in DATA_DIR/spool and is stored by itself; of an inquiry that was refused, another alarm tells. No mail could be written down while the database was away, so this one may be late.\n\nWhat each of them means stands in README.md under “When something fails”; what is so now, in /api/health.",
  },
  proxy: {
    subject: "[Alarm] A proxy hides the visitors: look at TRUSTED_PROXIES",
    body: "Visitors come from an address of your own network: a proxy stands in front that TRUSTED_PROXIES does not count, or that sends no X-Forwarded-For. So no visitor's network is known: how often somebody writes counts for nothing, and of all together no more than 600 inquiries an hour are taken.\n\nLet each of your own proxies write X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for), set TRUSTED_PROXIES to their number (1 for one nginx or Caddy), and restart the site. This was seen last at {at}.",
  },
  network: {
    subject: "[Alarm] More than 30 inquiries from one network today",
    body: "Within a day more than 30 inquiries came from what the site takes for one network. Further ones are marked as likely spam, and beyond 100 they are refused. If they are from different people, a proxy or a content delivery network stands in front that TRUSTED_PROXIES does not count: set it to the number of all that stand between the visitors and the site, and restart the site. If they are not, nothing needs to be done.\n\nnpm run leads -- list --held\n\nThis was seen last at {at}.",
  },
  full: {
    subject: "[Alarm] Connections are cut: too many are open at once",
    body: "One network has had more than 500 connections to the site open at once, or all networks together 10,000; further ones are cut. If somebody floods the site from one network, all others can go on reading, and nothing needs to be done. If a proxy or a content delivery network stands in front that TRUSTED_PROXIES does not count, its readers are cut: set it to the number of all that stand between the visitors and the site, and restart the site. If it comes from many networks, a firewall or a content delivery network has to keep them away.\n\nThis was seen last at {at}.",
  },
  moved: {
    subject: "[Alarm] The database file or a file beside it was moved",
    body: "The database file in DATA_DIR (leads.sqlite) or a file beside it (leads.sqlite-wal, leads.sqlite-shm) was moved, deleted or replaced while the site ran. Find out by what, and keep it away from DATA_DIR.\n\nIf /api/health says nothing of store-moved any more, the site has opened the database anew, and nothing else is to be done. If it still does, what comes waits in the folder spool beside it: put the file back, or restart the site. It then takes the files that are there and stores what waits.",
  },
  diskLow: {
    subject: "[Alarm] The disk is nearly full: {room} left",
    body: "Where inquiries are kept (DATA_DIR) there is room for {room} and {files} files. Once it is full, inquiries are refused.\n\nMake room.",
  },
  logLost: {
    subject: "[Alarm] The log of the site cannot be written",
    body: "What the site says of each request and inquiry is lost: the disk that its log is on is full, or the program that reads it has ended or stands still. Inquiries are taken and mailed all the same.\n\nMake room where the log is, or restart the site together with whatever reads its output. This was seen last at {at}.",
  },
  retention: {
    subject: "[Alarm] Old inquiries were not erased: {old} of {all}",
    body: "By the clock of the machine it is {now}, and {old} of {all} inquiries are older than RETENTION_DAYS ({days}). They were not erased, because {reason}\n\nIf the clock is wrong, set it: the rest happens by itself.\nIf clock and RETENTION_DAYS are right, erase them: npm run leads -- erase-old",
    reasons: {
      clock:
        "that clock is {gap} days ahead of the last time that the site wrote something down ({last}). Was it off for so long?",
      most: "that is more than half of all. Was RETENTION_DAYS just set, or made shorter?",
    },
  },
  blocked: {
    subject: "[Alarm] An article or an opening will not appear at its time",
    body: "At {due}, in Bogotá, an article or an opening is to appear on the site, or to be taken down, and this machine cannot do that by itself: {reason}\n\nMend that, or run `npm run publish` at that time, or build and start the site anew after it.",
  },
  late: {
    subject: "[Alarm] An article or an opening did not appear at its time",
    body: "At {due}, in Bogotá, an article or an opening was to appear on the site, or to be taken down, and did not. The log of the site says why. It is tried again every 10 minutes.\n\nSee what is said by: npm run publish",
  },
  failed: {
    subject: "[Alarm] What was pushed is not on the site",
    body: "A Git host asked for a publication, and it failed. Readers see what they saw before.\n\n{reason}\n\nMend that, and push again. All that was said: {outcome}",
  },
  flooded: {
    subject: "[Alarm] The {form} form is flooded",
    body: "The {form} form took inquiries from 60 senders or more within an hour, held ones among them. Once 60 of an hour come through, only those who fill it in with script, take 5 seconds and write no links like spam's still reach you as ever. The rest is marked as likely spam and comes to you in one mail a minute; the visitors are thanked, and get no receipt. It ends by itself when fewer come.\n\nSee them:     npm run leads -- list\nSend one on:  npm run leads -- release REFERENCE",
  },
  proof: {
    subject: "[Alarm] The daily proof did not arrive",
    body: "The message that the site sends itself each day was due at {since}, and no mail server took it within 30 minutes. Inquiries may not arrive either.\n\nSee whether the site answers, and what /api/health says.",
  },
  delayed: {
    subject: "[Alarm] Inquiries have waited for 30 minutes",
    body: "Mails about inquiries to the team not delivered for 30 minutes: {count}. The oldest is {ref}, waiting since {since}.\nThey are stored and tried again, for 72 hours.\n\nSee what the mail server says: npm run leads -- show {ref}",
  },
  delayedProgram: {
    subject: "[Alarm] {program} has not been told of inquiries, or of what became of them, for 30 minutes",
    body: "Messages to programs of LEAD_WEBHOOK_URL not delivered for 30 minutes: {count}. The oldest is about {ref}, for {program}, waiting since {since}. Its last answer: {reply}\nThey are tried again, for 72 hours. What goes to the team and to visitors does not depend on it.",
  },
};
