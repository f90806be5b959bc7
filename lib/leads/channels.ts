type Channel = {
  by: "mail" | "http";
  /** A program is the company's own, or one that counts. */
  to: "team" | "visitor" | "program";
  /** What it is about. Mails about the site bring their content, and are soon old. */
  about: "lead" | "site";
  /** The lead has not arrived before this has. */
  brings?: "lead";
  /** What may have been sent is not sent again. All others are sent until somebody says that they have them. */
  isAtMostOnce?: true;
};

/** All that waits in the outbox, by its kind. What becomes of a kind follows from here; how it is made stands in `delivery`. */
export const channels = {
  notify: { by: "mail", to: "team", about: "lead", brings: "lead" },
  receipt: { by: "mail", to: "visitor", about: "lead", isAtMostOnce: true },
  webhook: { by: "http", to: "program", about: "lead", brings: "lead" },
  conversion: { by: "http", to: "program", about: "lead" },
  alarm: { by: "mail", to: "team", about: "site" },
  digest: { by: "mail", to: "team", about: "site" },
  reconciliation: { by: "mail", to: "team", about: "site" },
} as const satisfies Record<string, Channel>;

export type MessageKind = keyof typeof channels;

/** The kinds of which all that is asked for is true. */
export function kindsThat(asked: Partial<Channel>): MessageKind[] {
  const questions = Object.entries(asked) as [keyof Channel, unknown][];
  return (Object.keys(channels) as MessageKind[]).filter((kind) => {
    const channel: Channel = channels[kind];
    return questions.every(([key, value]) => channel[key] === value);
  });
}
