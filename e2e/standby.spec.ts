import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "../scripts/free-port.ts";
import { findPostgres } from "../scripts/private-postgres.ts";
import { betweenOnPage, runOnPage } from "../scripts/production-page.ts";
import { hasBalancer, startBalancer } from "./support/balancer.ts";
import { expectNothingLost } from "./support/expect-nothing-lost.ts";
import { inquireAndRead } from "./support/inquire-and-read.ts";
import { mailSettings } from "./support/mails.ts";
import { type Site, startSite } from "./support/site.ts";
import { startSlowMailServer } from "./support/slow-mail-server.ts";
import { expect, test } from "./support/test.ts";

test("a standby goes away and comes back, and takes over from a database server that is gone: nothing is lost or received twice", async ({
  postgres,
}, testInfo) => {
  test.setTimeout(300_000);
  const canFollow = existsSync(join(findPostgres(), "pg_basebackup"));
  testInfo.skip(!hasBalancer() || !canFollow, "nginx or PostgreSQL's pg_basebackup is not installed.");
  const undo: (() => Promise<unknown>)[] = [];
  try {
    await runOnPage("CREATE ROLE dreamcode", postgres.url);
    await runOnPage("CREATE ROLE standby", postgres.url);
    const standby = await postgres.standby(({ host, port }) => {
      const [dbname, ...others] = betweenOnPage("pg_basebackup ", ' --pgdata="$PWD"').split(/(?<=') /);
      const from = dbname?.replaceAll("'", "").replace("10.0.0.3", host).replace("5432", port) ?? "";
      return [from, ...others.join(" ").split(" ")];
    }, "another-long-password");
    undo.push(standby.remove);
    await expect.poll(() => asked(postgres.url, "SELECT sync_state FROM pg_stat_replication")).toEqual(["async"]);
    await runOnPage("SET synchronous_standby_names", postgres.url);
    await expect.poll(() => asked(postgres.url, "SELECT sync_state FROM pg_stat_replication")).toEqual(["sync"]);

    const mails = await startSlowMailServer(100);
    undo.push(mails.close);
    const siteUrl = `http://127.0.0.1:${await freePort()}`;
    const env = {
      ...mailSettings(mails),
      SITE_URL: siteUrl,
      FORM_SECRET: randomUUID(),
      TRUSTED_PROXIES: "1",
      HOST: "127.0.0.1",
    };
    const before = { ...env, DATABASE_URL: databaseOn(postgres.url) };
    const after = { ...env, DATABASE_URL: databaseOn(standby.url) };
    const sites = [await openSite(), await openSite()];
    const balancer = await startBalancer(
      siteUrl,
      ".",
      sites.map(({ url }) => url),
    );
    undo.push(balancer.remove);

    const traffic = inquireAndRead(siteUrl);
    await traffic.acknowledged(30);
    await standby.stop();
    await traffic.acknowledged(30);
    expect((await sites[0]?.health())?.alarms).toContain("store-away");
    await standby.start();
    await traffic.acknowledged(30);
    await postgres.kill();
    await traffic.acknowledged(30);
    await runOnPage("pg_promote", standby.url);
    for (const site of sites) {
      await site.stop();
      await site.restart(after);
      await traffic.acknowledged(20);
    }
    const { acknowledged, answers, failures } = await traffic.stop();

    for (const { health } of sites)
      await expect
        .poll(() => health().catch(() => undefined), { timeout: 100_000 })
        .toMatchObject({ status: "ok", pending: 0, dead: 0 });
    const copies = await expectNothingLost(acknowledged, standby, mails);
    console.log(
      `${answers} answers, ${acknowledged.length} of them to inquiries, ${failures.length} failures, ${copies} notices twice`,
      failures,
    );
    expect(failures.length / answers).toBeLessThan(0.01);

    async function openSite(): Promise<Site> {
      const site = await startSite(before);
      undo.push(site.remove);
      return site;
    }
  } finally {
    for (const each of undo.reverse()) await each();
  }
});

function databaseOn(server: string): string {
  return Object.assign(new URL(server), { username: "dreamcode", password: "a-long-password", pathname: "/dreamcode" })
    .href;
}

async function asked(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: "array" });
  await client.end();
  return rows.flat();
}
