import type { Env } from "#lib/env.ts";

/** What the environment says of programs. */
export type ProgramSetting = "webhooks" | "plausibleUrl";

type Channel = {
  by: "mail" | "http";
  /** A program is the company's own, or one that counts. */
  to: "team" | "visitor" | "program";
  /** What it is about. Mails about the site bring their content, and are soon old. */
  about: "lead" | "site";
  /** The lead, or what its sender asks for, has not arrived before this has. */
  brings?: "lead";
  /** What may have been sent is not sent again. All others are sent until somebody says that they have them. */
  isAtMostOnce?: true;
  /** The names of those that are told of every lead. */
  programs?(env: Pick<Env, ProgramSetting>): string[];
  /** A lead that amends another is no second one. */
  isForNew?: true;
};

/** All that waits in the outbox, by its kind. What becomes of a kind follows from here; how it is made stands in `delivery`. */
export const channels = {
  notify: { by: "mail", to: "team", about: "lead", brings: "lead" },
  unreachable: { by: "mail", to: "team", about: "lead" },
  call: { by: "mail", to: "team", about: "lead", brings: "lead" },
  receipt: { by: "mail", to: "visitor", about: "lead", isAtMostOnce: true },
  webhook: {
    by: "http",
    to: "program",
    about: "lead",
    brings: "lead",
    programs: ({ webhooks }) => webhooks.map(({ name }) => name),
  },
  conversion: {
    by: "http",
    to: "program",
    about: "lead",
    programs: ({ plausibleUrl }) => (plausibleUrl === undefined ? [] : ["conversion"]),
    isForNew: true,
  },
  history: { by: "http", to: "program", about: "lead" },
  alarm: { by: "mail", to: "team", about: "site" },
  published: { by: "mail", to: "team", about: "site" },
  decided: { by: "mail", to: "team", about: "site" },
  collected: { by: "mail", to: "team", about: "site" },
  digest: { by: "mail", to: "team", about: "site" },
  reconciliation: { by: "mail", to: "team", about: "site" },
  report: { by: "mail", to: "team", about: "site" },
} as const satisfies Record<string, Channel>;

export type MessageKind = keyof typeof channels;

/** The programs that are told of a lead. */
export function programsFor(
  lead: { isAmendment: boolean },
  env: Pick<Env, ProgramSetting>,
): { kind: MessageKind; recipient: string }[] {
  return kindsThat({ to: "program" }).flatMap((kind) => {
    const { programs, isForNew }: Channel = channels[kind];
    if (!programs || (isForNew && lead.isAmendment)) return [];
    return programs(env).map((recipient) => ({ kind, recipient }));
  });
}

/** The kinds of which all that is asked for is true. */
export function kindsThat(asked: Partial<Channel>): MessageKind[] {
  const questions = Object.entries(asked) as [keyof Channel, unknown][];
  return (Object.keys(channels) as MessageKind[]).filter((kind) => {
    const channel: Channel = channels[kind];
    return questions.every(([key, value]) => channel[key] === value);
  });
}
