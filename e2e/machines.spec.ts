import { randomUUID } from "node:crypto";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "../scripts/free-port.ts";
import { hasPooler, type PoolMode, startPooler } from "../scripts/private-pooler.ts";
import { hasBalancer, startBalancer } from "./support/balancer.ts";
import { expectNothingLost } from "./support/expect-nothing-lost.ts";
import { inquireAndRead } from "./support/inquire-and-read.ts";
import { mailSettings } from "./support/mails.ts";
import { projectCopy } from "./support/project-copy.ts";
import { type NpmRun, runNpm } from "./support/run-npm.ts";
import { type Site, startSite } from "./support/site.ts";
import { startSlowMailServer } from "./support/slow-mail-server.ts";
import { expect, test } from "./support/test.ts";

/** A web server and a worker with one folder, as on a machine of their own. */
type Machine = { folder: string; site: Site; worker: NpmRun };

const modes: PoolMode[] = ["session", "transaction"];
// Of one worker, which has five conversations at once: what it has sent, and nobody has noted, goes out again.
const mostUnderWay = 5;

for (const mode of modes) {
  test(`two machines behind nginx and a pooler of ${mode}s lose nothing while each is updated, one worker is killed and the database is restarted`, async ({
    postgres,
  }, testInfo) => {
    test.setTimeout(300_000);
    testInfo.skip(!hasBalancer() || !hasPooler(), "nginx or pgbouncer is not installed.");
    const undo: (() => Promise<unknown>)[] = [];
    try {
      const pooler = await startPooler(postgres, mode);
      undo.push(pooler.remove);
      const mails = await startSlowMailServer(100);
      undo.push(mails.close);
      const siteUrl = `http://127.0.0.1:${await freePort()}`;
      const env = {
        ...mailSettings(mails),
        SITE_URL: siteUrl,
        DATABASE_URL: pooler.url,
        FORM_SECRET: randomUUID(),
        DELIVERY: "off",
        TRUSTED_PROXIES: "1",
        HOST: "127.0.0.1",
      };
      const machines = await Promise.all([openMachine(), openMachine()]);
      const [first, second] = machines;
      const balancer = await startBalancer(
        siteUrl,
        first.folder,
        machines.map(({ site }) => site.url),
      );
      undo.push(balancer.remove);
      const database = new Client(Object.assign(new URL(postgres.url), { pathname: "/dreamcode" }).href);
      database.on("error", () => undefined);
      await database.connect();
      const count = async (sql: string) => Number((await database.query(sql)).rows[0].count);

      const traffic = inquireAndRead(siteUrl);
      await traffic.acknowledged(20);
      // Some mails are under way.
      await expect
        .poll(() => count("SELECT count(*) FROM outbox WHERE state = 'leased'"), { intervals: [10] })
        .toBeGreaterThan(mostUnderWay);
      first.worker.kill();
      await first.worker.ended;
      first.worker = await openWorker(first);

      for (const machine of machines) {
        addMigration(machine.folder);
        await machine.site.stop();
        await traffic.acknowledged(10);
        await machine.site.restart(env);
        await traffic.acknowledged(10);
      }
      expect(await count("SELECT count(*) FROM lead WHERE later = 'later'")).toBeGreaterThan(0);

      await database.end();
      await postgres.stop();
      await traffic.acknowledged(20);
      await postgres.start();
      await traffic.acknowledged(40);
      const { acknowledged, answers, failures } = await traffic.stop();

      // What a killed worker was sending is taken up after a minute.
      for (const { site } of [first, second])
        await expect
          .poll(() => site.health().catch(() => undefined), { timeout: 100_000 })
          .toMatchObject({ status: "ok", pending: 0, dead: 0 });
      const copies = await expectNothingLost(acknowledged, postgres, mails);
      console.log(
        `${mode}: ${answers} answers, ${acknowledged.length} of them to inquiries, ${failures.length} failures, ${copies} notices twice`,
        failures,
      );
      // Those of the killed worker, and what both had sent when the database ended.
      expect(copies).toBeLessThanOrEqual(3 * mostUnderWay);
      expect(failures.length / answers).toBeLessThan(0.01);

      async function openMachine(): Promise<Machine> {
        const { folder, remove } = await projectCopy(".releases");
        undo.push(remove);
        const site = await startSite(env, folder);
        undo.push(site.remove);
        return { folder, site, worker: await openWorker({ folder, site }) };
      }

      async function openWorker({ folder, site }: Pick<Machine, "folder" | "site">) {
        const worker = runNpm("worker", folder, { ...env, DATA_DIR: site.dataDir });
        undo.push(async () => {
          worker.kill();
          await worker.ended;
        });
        await worker.said("Delivering");
        return worker;
      }
    } finally {
      for (const each of undo.reverse()) await each();
    }
  });
}

/** What the next release adds to the database: the one before it goes on beside it. */
function addMigration(project: string) {
  const file = join(realpathSync(join(project, ".releases/current")), "lib/leads/store/lead-migrations.ts");
  const later = `  "9999_later": { up: async (db) => db.schema.alterTable("lead").addColumn("later", "text", (column) => column.defaultTo("later")).execute() },\n};\n`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^};\n/m, later));
}
