import { expect, test } from "vitest";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { decisionInChat, leadInChat } from "./chat-message.ts";
import { slackPayload } from "./slack-payload.ts";
import { teamsPayload } from "./teams-payload.ts";

const hostile = [
  "<!channel> <@U0123> <#C0123> <https://evil.test|your bank> &lt;!here&gt;",
  "*bold* _italic_ ~struck~ `code` ```block``` > quote :smile:",
  "[your bank](https://evil.test) **bold** # head - item {{DATE(2026-11-22T06:00:00Z, SHORT)}} <at>all</at>",
].join("\n");

const payloads = { slack: slackPayload, teams: teamsPayload };

test("a chat hears who wrote about what and how it begins, and neither their address nor their telephone", () => {
  expect(leadInChat(lead())).toEqual({
    title: "Inquiry K7QD2",
    facts: "Staff augmentation, Ana Torres, Acme, Canada",
    opening: "Two engineers.\n\nFrom May on.",
    footer: "The mail to the team has the rest, and how to answer.",
  });
  for (const payload of Object.values(payloads))
    expect(JSON.stringify(payload(leadInChat(lead())))).not.toMatch(/company\.com|555/);
});

test("an amendment says what it amends, and a sign-up for the newsletter that it is one", () => {
  expect(leadInChat(lead({ ref: "K7QD2-2", amends: "K7QD2" })).title).toBe("Amendment to K7QD2");
  const fields = { name: "", email: "ana@company.com", message: "" };
  const signUp = lead({ form: "newsletter", titles: undefined, fields });
  expect(leadInChat(signUp)).toEqual({
    title: "Newsletter sign-up K7QD2",
    footer: "The mail to the team has the rest, and how to answer.",
  });
});

test("of a long message it hears the first lines, and no character is cut in two", () => {
  const opening = (message: string) => leadInChat(lead({ fields: { ...ana, message } })).opening;
  expect(opening("😀".repeat(501))).toBe(`${"😀".repeat(500)} …`);
  expect(opening("😀".repeat(500))).toBe("😀".repeat(500));
  expect(opening("1\n2\n3\n4\n5\n6\n7\n8\n9")).toBe("1\n2\n3\n4\n5\n6\n7\n8 …");
});

test.each([
  ["lead.released", "K7QD2 is no spam, says ana@dreamcode.test"],
  ["lead.spam", "K7QD2 is spam, says ana@dreamcode.test"],
  ["lead.answered", "K7QD2 is answered, says ana@dreamcode.test"],
  ["lead.erased", "K7QD2 was erased by ana@dreamcode.test: delete what is said of it here"],
] as const)("%s is one line", (type, title) => {
  const data = { ref: "K7QD2", by: "ana@dreamcode.test" };
  expect(decisionInChat({ type, timestamp: "2026-11-22T12:00:00.000Z", data })).toEqual({ title });
});

test("what somebody writes makes no link, mention, style or code in Slack: it is a text, and escaped where it is none", () => {
  const { blocks, ...rest } = slackPayload(
    leadInChat(lead({ fields: { ...ana, name: "<!channel> *Ana*", message: hostile } })),
  );
  expect(blocks).toEqual([
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "Inquiry K7QD2", style: { bold: true } },
            { type: "text", text: "\nStaff augmentation, <!channel> *Ana*, Acme, Canada" },
          ],
        },
        { type: "rich_text_quote", elements: [{ type: "text", text: hostile }] },
        {
          type: "rich_text_section",
          elements: [{ type: "text", text: "The mail to the team has the rest, and how to answer." }],
        },
      ],
    },
  ]);
  expect(rest).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
  expect(rest.text).not.toMatch(/[<>]/);
  expect(rest.text).toContain("&lt;https://evil.test|your bank&gt; &amp;lt;!here&amp;gt;");
});

test("nor in Teams: each line is a run of text, which is no Markdown, and no date is computed", () => {
  const card = teamsPayload(leadInChat(lead({ fields: { ...ana, message: hostile } })));
  expect(card).toMatchObject({
    type: "message",
    attachments: [
      { contentType: "application/vnd.microsoft.card.adaptive", content: { type: "AdaptiveCard", version: "1.4" } },
    ],
  });
  const body = card.attachments.flatMap(({ content }) => content.body);
  expect([...new Set(body.map(({ type }) => type))]).toEqual(["RichTextBlock"]);
  const runs = body.flatMap(({ inlines }) => inlines);
  expect([...new Set(runs.map(({ type }) => type))]).toEqual(["TextRun"]);
  expect(runs.map(({ text }) => text)).toEqual([
    "Inquiry K7QD2",
    "Staff augmentation, Ana Torres, Acme, Canada",
    ...hostile.replace("{{DATE", "{ {DATE").split("\n"),
    "The mail to the team has the rest, and how to answer.",
  ]);
});

test("the longest that forms take is within what Slack and Teams take", () => {
  const line = "&".repeat(200);
  const longest = lead({ fields: { ...ana, name: line, company: line, message: "&😀".repeat(5_000) } });
  const { text, blocks } = slackPayload(leadInChat(longest));
  expect(text.length).toBeLessThan(40_000);
  for (const each of JSON.stringify(blocks).match(/"text":"[^"]*"/g) ?? []) expect(each.length).toBeLessThan(3_000);
  expect(Buffer.byteLength(JSON.stringify(teamsPayload(leadInChat(longest))))).toBeLessThan(28_000);
});

const ana = {
  name: "Ana Torres",
  email: "ana@company.com",
  company: "Acme",
  country: "CA",
  phone: "+1 416 555 0100",
  service: "staff-augmentation",
  message: "Two engineers.\n\nFrom May on.",
};

function lead(changes: Partial<LeadRecord> = {}): LeadRecord {
  return {
    ref: "K7QD2",
    form: "inquiry",
    locale: "en",
    page: "/en/inquiry",
    status: "new",
    receivedAt: "2026-11-22T12:00:00.000Z",
    erasedAt: undefined,
    amends: undefined,
    hasReceipt: true,
    spam: { score: 0, reasons: [] },
    fields: ana,
    phoneE164: "+14165550100",
    titles: { en: "Staff augmentation", es: "Ampliación de equipos" },
    attribution: {},
    call: undefined,
    ...changes,
  };
}
