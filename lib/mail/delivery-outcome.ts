import type { SmtpFailure } from "./classify-smtp-failure.ts";

/** How an attempt to deliver ended. */
export type DeliveryOutcome = {
  class: "sent" | SmtpFailure;
  /** The receiver's reply code; null when it gave none. */
  code: number | null;
  /**
   * Codes, and words of our own when our set-up is to blame: what a server writes may repeat the recipient's address or
   * the visitor's text.
   */
  reply: string;
};
