import type { ChatMessage } from "./chat-message.ts";

/**
 * What an incoming webhook of Microsoft Teams takes: learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors.
 * A TextBlock reads Markdown; a TextRun does not (learn.microsoft.com/adaptive-cards/schema-explorer/text-run).
 */
export function teamsPayload({ title, facts = "", opening = "", footer = "" }: ChatMessage) {
  const lines = [
    { text: title, weight: "Bolder" },
    { text: facts },
    // One for each: a line break within a TextRun is not shown by every client.
    ...opening.split("\n").map((line) => ({ text: line })),
    { text: footer, isSubtle: true },
  ];
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: lines.filter(({ text }) => text !== "").map(richText),
        },
      },
    ],
  };
}

function richText({ text, ...style }: { text: string; weight?: string; isSubtle?: boolean }) {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: withoutDates(text), ...style }] };
}

/** `{{DATE(…)}}` and `{{TIME(…)}}` are computed in any text. */
function withoutDates(text: string): string {
  return text.replaceAll("{{", "{ {");
}
