import { expect, test } from "vitest";
import { findHub } from "#lib/content/kinds/hub.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { entryText } from "./entry-text.ts";

test("a service is told with what its page says before its text, under its address", () => {
  const service = findService("es", "cloud");
  const text = service ? entryText(service) : "";
  expect(text).toContain(
    `# ${service?.title}\n\n> ${service?.summary}\n\n<http://localhost:3000/es/services/cloud>\n\n`,
  );
  expect(text).toContain(`- **${getMessages("es").services.audience}:** ${service?.audience}\n`);
});

test("a city is told with its country and its figures, each with its source", () => {
  const hub = findHub("en", "cordoba");
  const text = hub ? entryText(hub) : "";
  expect(text).toContain("- **Country:** Argentina\n");
  expect(text).toContain(
    "- **114,576** tech professionals in Argentina (Source: Globy, article on Latin American tech hubs)\n",
  );
});
