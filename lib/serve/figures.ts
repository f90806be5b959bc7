import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { oldestWaiting } from "#lib/leads/outbox/oldest-waiting.ts";
import type { LeadHealth } from "#lib/leads/watch/lead-health.ts";

collectDefaultMetrics();

const requests = new Histogram({
  name: "site_request_seconds",
  help: "Time from the headers of a request until its answer is handed over.",
  labelNames: ["method"],
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
});
const posts = new Counter({
  name: "site_form_posts_total",
  help: "Posts of forms: accepted, refused (nothing was kept), or shown again with what was wrong.",
  labelNames: ["form", "outcome"],
});
const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames });
const healthy = gauge("site_healthy", "1 while /api/health answers 200.");
const pending = gauge(
  "site_messages_pending",
  "Messages that wait to be delivered, and inquiries that wait for the store.",
);
const dead = gauge("site_messages_dead", "Messages about inquiries that were given up.");
const oldest = gauge(
  "site_oldest_waiting_seconds",
  "How long the oldest message about an inquiry to the team has waited.",
);
const spooled = gauge("site_spooled_inquiries", "Inquiries that wait for the store, as files.");
const free = gauge("site_disk_free_bytes", "Room where inquiries are kept.");
const alarms = gauge("site_alarm", "1 for each topic that is wrong.", ["topic"]);

/** Of this process, since it started, beside what every process of Node tells of itself. */
export const figures = {
  countRequest: (method: string | undefined, ms: number) =>
    requests.observe({ method: method === "GET" || method === "POST" ? method : "other" }, ms / 1_000),
  countPost: (form: string, status: number) => posts.inc({ form, outcome: outcomes[status] ?? "shown again" }),
  contentType: register.contentType,
  /** As Prometheus reads them. What cannot be looked at is left out. */
  async text(desk: LeadDesk, health: LeadHealth): Promise<string> {
    healthy.set(health.status === "ok" ? 1 : 0);
    pending.set(health.pending);
    dead.set(health.dead);
    alarms.reset();
    for (const topic of health.alarms) alarms.set({ topic }, 1);
    for (const [gauge, look] of [
      [oldest, async () => oldestWaiting(desk.store.db, desk.now())],
      [spooled, async () => desk.spool.count()],
      [free, async () => desk.spool.room().bytes],
    ] as const) {
      gauge.reset();
      try {
        gauge.set(await look());
      } catch (cause) {
        gauge.remove();
        desk.report("a figure was not read", errorCode(cause));
      }
    }
    return register.metrics();
  },
};

const outcomes: Partial<Record<number, string>> = { 201: "accepted", 303: "accepted", 429: "refused", 503: "refused" };
