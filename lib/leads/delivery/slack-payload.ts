import type { ChatMessage } from "./chat-message.ts";

/**
 * What an incoming webhook of Slack takes. A text in a `rich_text` block is shown as it is: links, mentions and styles are
 * elements of their own there (docs.slack.dev/reference/block-kit/blocks/rich-text-block). Not `plain_text`, which still
 * read `<@name>` (github.com/slackapi/node-slack-sdk/issues/712). `text` is for notifications and screen readers.
 */
export function slackPayload({ title, facts, opening, footer }: ChatMessage) {
  const head = facts ? [text(title, bold), text(`\n${facts}`)] : [text(title, bold)];
  return {
    text: escaped([title, facts, opening, footer].filter(Boolean).join("\n")),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_section", elements: head },
          ...(opening ? [{ type: "rich_text_quote", elements: [text(opening)] }] : []),
          ...(footer ? [{ type: "rich_text_section", elements: [text(footer)] }] : []),
        ],
      },
    ],
  };
}

const bold = { style: { bold: true } };

function text(text: string, style: Partial<typeof bold> = {}) {
  return { type: "text", text, ...style };
}

/** These three and no others: docs.slack.dev/messaging/formatting-message-text, "Escaping text". */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
