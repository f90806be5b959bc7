export type MailAddress = { name: string; address: string };

/** One message to one recipient, so that a partly accepted message does not exist. */
export type Mail = {
  /** With its angle brackets. The same for every attempt, so that mailboxes can collapse copies. */
  messageId: string;
  from: MailAddress;
  to: string;
  replyTo?: MailAddress;
  subject: string;
  headers: Record<string, string>;
  /** Addresses of pages and mailboxes with which its recipient leaves a list (RFC 2369). */
  leaveBy?: string[];
  text: string;
  /** Absent in the safe form: text alone, which a filter has least to object to. */
  html?: string | undefined;
  picture?: MailPicture | undefined;
  attachment?: MailAttachment | undefined;
};

/** Travels inside the mail: the HTML part shows it under `cid:` and its name. */
export type MailPicture = { cid: string; png: Buffer };

/** A text beside the mail, which mail programs leave out of an answer. */
export type MailAttachment = { filename: string; type: "text/plain" | "text/calendar"; text: string };
