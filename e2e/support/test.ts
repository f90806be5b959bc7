import { test as base, expect } from "@playwright/test";
import { type Inbox, startInbox } from "../../scripts/inbox.ts";
import { findPostgres, type PrivatePostgres, startPostgres } from "../../scripts/private-postgres.ts";
import { enhanced } from "./enhanced.ts";
import { mailSettings } from "./mails.ts";
import { type Site, startSite } from "./site.ts";

type Shared = {
  inbox: Inbox;
  /** One running site for all tests of a worker. */
  site: Site;
};

type Own = {
  /** A site for this test alone, ended with it. */
  openSite: typeof startSite;
  /** A mail server for this test alone; on a given port when it has to be found again. */
  openInbox: (smtpPort?: number) => Promise<Inbox>;
  /** A PostgreSQL for this test alone. Where there is none to start, the test is skipped. */
  postgres: PrivatePostgres;
};

export const test = base.extend<Own, Shared>({
  inbox: [
    async ({ browserName: _ }, use) => {
      const inbox = await startInbox({ smtpPort: 0, httpPort: 0 });
      await use(inbox);
      await inbox.close();
    },
    { scope: "worker" },
  ],

  site: [
    async ({ inbox }, use) => {
      const site = await startSite(mailSettings(inbox));
      await use(site);
      try {
        expect(await site.stop(), "the exit code of the site").toBe(0);
        expect(site.log(), "what the site had to complain about").not.toMatch(/error|not (sent|stored|answered)/i);
      } finally {
        await site.remove();
      }
    },
    { scope: "worker" },
  ],

  baseURL: ({ site }, use) => use(site.url),

  // A visitor with script takes longer to fill in a form than its script takes to come: no journey is to be quicker.
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) {
      const goto = page.goto.bind(page);
      page.goto = async (...address) => {
        const answer = await goto(...address);
        await enhanced(page);
        return answer;
      };
    }
    await use(page);
  },

  openSite: async ({ browserName: _ }, use) => {
    const opened: Site[] = [];
    await use(async (env) => {
      const site = await startSite(env);
      opened.push(site);
      return site;
    });
    for (const site of opened) await site.remove();
  },

  postgres: async ({ browserName: _ }, use) => {
    const postgres = await startPostgres(findPostgres());
    await use(postgres);
    await postgres.remove();
  },

  openInbox: async ({ browserName: _ }, use) => {
    const opened: Inbox[] = [];
    await use(async (smtpPort = 0) => {
      const inbox = await startInbox({ smtpPort, httpPort: 0 });
      opened.push(inbox);
      return inbox;
    });
    for (const inbox of opened) await inbox.close();
  },
});

export { expect };
