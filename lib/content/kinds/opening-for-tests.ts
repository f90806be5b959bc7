/** A file of an opening. A value replaces the line of its key; undefined leaves the line out. */
export function openingForTests(
  changes: Record<string, string | undefined> = {},
  body = "\nYou answer by telephone.\n",
) {
  const keys = {
    title: "Support agent",
    metaTitle: "Support agent in Colombia, full time",
    meta_description:
      "A support agent in Colombia for a company in Toronto, with the work, the hours, the languages, and how to apply.",
    summary: "Answers the clients of a shop.",
    place: "remote",
    languages: "[English, Spanish]",
    employment: "full-time",
    date: "November 2, 2025",
    until: "December 31, 2999",
    service: "cloud",
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`));
  return `---\n${lines.join("\n")}\n---\n${body}`;
}

const service = `---
title: Cloud
metaTitle: Cloud teams
meta_description: Cloud teams in Colombia.
summary: Cloud teams.
ask: Ask
order: 1
audience: Companies
outcome: A team
start: A call
---

Text.
`;

export const serviceOfOpenings = { "en/services/cloud.md": service, "es/services/cloud.md": service };
