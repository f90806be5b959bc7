import { expect, test } from "vitest";
import { leadTable } from "./cli/lead-export.ts";
import { tableLines } from "./cli/table-file.ts";
import { leadEvent } from "./delivery/lead-event.ts";
import { leadNotice } from "./delivery/lead-notice.ts";
import { contact, deskForTests } from "./desk-for-tests.ts";
import { eraseLeads } from "./erase/erase-leads.ts";
import { type FieldName, fieldOf, formFields } from "./form/fields.ts";
import { formNames } from "./form/form-name.ts";
import { submitLead } from "./intake/submit-lead.ts";
import { leadRecord } from "./store/lead-record.ts";

const everyField = formNames.flatMap((form) =>
  formFields[form].filter((name) => name !== "consent").map((name) => ({ form, name })),
);

test.each(everyField)(
  "what is in $name of $form reaches the mail, the export and the event, and is erased",
  async ({ form, name }) => {
    const { desk } = await deskForTests();
    const values = Object.fromEntries(formFields[form].map((field) => [field, typed(field)]));
    await submitLead({ ...contact({}, { form }), values }, desk);
    const rowOf = () => desk.store.db.selectFrom("lead").selectAll().executeTakeFirstOrThrow();
    const lead = leadRecord(await rowOf());

    const { text, html } = leadNotice(lead, { ...desk, mail: { id: "a-mail", link_key: "a-key", safe_form: 0 } });
    expect(text).toContain(shown(name));
    expect(html).toContain(shown(name));
    const [head = "", row = ""] = (await Array.fromAsync(tableLines(leadTable(desk.store), "csv"))).map((line) =>
      line.trim(),
    );
    expect(row.split(",")[head.split(",").indexOf(name)]).toBe(typed(name));
    expect(leadEvent(lead).data).toMatchObject({ [name]: typed(name) });

    await eraseLeads(desk.store, { at: new Date().toISOString(), who: "erase" }, (tx) =>
      tx.selectFrom("lead").selectAll().execute(),
    );
    const kept: Record<string, string> = JSON.parse((await rowOf()).payload);
    expect(kept[name]).toBe(fieldOf(name).isKept && typed(name));
  },
);

function typed(name: FieldName): string {
  switch (fieldOf(name).holds) {
    case "line":
    case "text":
      return `what was typed as ${name}`;
    case "address":
      return "ana@company.test";
    case "country":
      return "CA";
    case "service":
      return "staff-augmentation";
    case "zone":
      return "America/Toronto";
    case "slug":
      return { article: "tech-hubs", opening: "support-agent" }[name as "article" | "opening"];
    case "link":
      return "https://cv.test/ana";
    case "consent":
      return "on";
  }
}

/** A mail says it in words. */
function shown(name: FieldName): string {
  const words: Partial<Record<FieldName, string>> = { country: "Canada", service: "Staff augmentation" };
  return words[name] ?? typed(name);
}
