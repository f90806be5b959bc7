import { errorCode } from "#lib/leads/error-code.ts";
import { inTime } from "#lib/leads/outbox/in-time.ts";
import { build } from "./checks/build.ts";
import { clock } from "./checks/clock.ts";
import { dataDir } from "./checks/data-dir.ts";
import { dkim } from "./checks/dkim.ts";
import { dmarc } from "./checks/dmarc.ts";
import { formSecret } from "./checks/form-secret.ts";
import { mailServer } from "./checks/mail-server.ts";
import { proxy } from "./checks/proxy.ts";
import { publicAddress } from "./checks/public-address.ts";
import { siteAlarms } from "./checks/site-alarms.ts";
import { space } from "./checks/space.ts";
import { spf } from "./checks/spf.ts";
import { store } from "./checks/store.ts";
import { testMail } from "./checks/test-mail.ts";
import type { Check, Finding, Patient } from "./finding.ts";
import { patienceMs } from "./patience-ms.ts";

/** What is looked at, in the order in which it is said. */
const checks: [about: string, look: Check][] = [
  ["mail server", mailServer],
  ["test mail", testMail],
  ["SPF", spf],
  ["DKIM", dkim],
  ["DMARC", dmarc],
  ["DATA_DIR", dataDir],
  ["space", space],
  ["store", store],
  ["clock", clock],
  ["FORM_SECRET", formSecret],
  ["build", build],
  ["SITE_URL", publicAddress],
  ["proxy", proxy],
  ["alarms", siteAlarms],
];

export type FindingOf = Finding & { about: string };

/** All at once: each waits for others than itself. */
export async function examine(patient: Patient): Promise<FindingOf[]> {
  const findings = await Promise.all(
    checks.map(async ([about, look]) => {
      const finding = await inTime(look(patient), 4 * patienceMs).catch(notSeen);
      return finding ? [{ about, ...finding }] : [];
    }),
  );
  return findings.flat();
}

function notSeen(cause: unknown): Finding {
  return { state: "wrong", seen: `this could not be looked at: ${errorCode(cause)}`, todo: "Try again in a minute." };
}
