import type { Env } from "#lib/env.ts";

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
  /** A program is told of every lead where this is set in the environment: its address, which is a secret. */
  setting?: keyof Env;
  /** A lead that amends another is no second one. */
  isForNew?: true;
};

/** All that waits in the outbox, by its kind. What becomes of a kind follows from here; how it is made stands in `delivery`. */
export const channels = {
  notify: { by: "mail", to: "team", about: "lead", brings: "lead" },
  receipt: { by: "mail", to: "visitor", about: "lead", isAtMostOnce: true },
  webhook: { by: "http", to: "program", about: "lead", brings: "lead", setting: "webhook" },
  conversion: { by: "http", to: "program", about: "lead", setting: "plausibleUrl", isForNew: true },
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

type Programs = Extract<(typeof channels)[MessageKind], { setting: string }>;
export type ProgramSetting = Programs["setting"];

/** The programs that are told of a lead. */
export function programsFor(lead: { isAmendment: boolean }, env: Partial<Env>): MessageKind[] {
  return kindsThat({ to: "program" }).filter((kind) => {
    const { setting, isForNew }: Channel = channels[kind];
    return setting !== undefined && env[setting] !== undefined && !(isForNew && lead.isAmendment);
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
