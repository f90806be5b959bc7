import { countries } from "#lib/i18n/countries.ts";
import { type LeadFilter, leadList, noLeadFits } from "#lib/leads/cli/lead-list.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import { serviceValues } from "#lib/leads/service-options.ts";
import { leadStatuses } from "#lib/leads/store/lead-database.ts";
import type { Command } from "./command.ts";
import { print } from "./print.ts";
import { oneOf, readOptions, readPeriod } from "./read-arguments.ts";
import { readingStore } from "./with-store.ts";

const options = {
  status: { type: "string" },
  form: { type: "string" },
  service: { type: "string" },
  country: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  held: { type: "boolean" },
  undelivered: { type: "boolean" },
} as const;

export const list: Command = {
  options,
  usage: [
    ["list", "every lead, the newest first (at a terminal the newest 5,000); or those that fit:"],
    ["  --status S --form F --service SLUG --country CC --held --undelivered", ""],
    ["  --since DAY --until DAY", "both days included, as 2026-11-21, by TEAM_TIME_ZONE"],
  ],
  run(args) {
    // A mistake is said before anybody asks for the store; what the days are is known only with its settings.
    filterFrom(args, "UTC");
    return readingStore(async (store, { teamTimeZone }) => {
      const filter = filterFrom(args, teamTimeZone);
      // A program that reads it looks through all, as grep does.
      const lines = await leadList(store, teamTimeZone, filter, { isWhole: !process.stdout.isTTY });
      // A service may have had another name when a lead came: one that none has is a mistake only if none fits.
      if (lines.includes(noLeadFits)) oneOf("service", serviceValues(), filter.service);
      return print(lines);
    });
  },
};

function filterFrom(args: string[], zone: string): LeadFilter {
  const { status, form, service, country, since, until, ...flags } = readOptions(args, options);
  return {
    ...flags,
    status: oneOf("status", leadStatuses, status),
    form: oneOf("form", formNames, form),
    service,
    country: oneOf("country", countries, country?.toUpperCase()),
    ...readPeriod(since, until, zone),
  };
}
