import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "@playwright/test";

export type Acknowledged = { message: string; ref: string };

const betweenMs = 100;

/** Ten inquiries a second, whether those before are answered or not, and pages one after the other. */
export function inquireAndRead(siteUrl: string) {
  const acknowledged: Acknowledged[] = [];
  const failures: string[] = [];
  const open = new Set<Promise<void>>();
  let answers = 0;
  let goesOn = true;
  const all = Promise.all([write(), read()]);
  return {
    /** Resolves once so many more were. */
    async acknowledged(more: number) {
      const enough = acknowledged.length + more;
      await expect.poll(() => acknowledged.length, { timeout: 30_000, intervals: [50] }).toBeGreaterThanOrEqual(enough);
    },
    async stop() {
      goesOn = false;
      await all;
      await Promise.all(open);
      return { acknowledged, failures, answers };
    },
  };

  async function write() {
    while (goesOn) {
      const sent = send().finally(() => open.delete(sent));
      open.add(sent);
      await wait(betweenMs);
    }
  }

  async function send() {
    const key = randomUUID();
    const message = `Two engineers, ${key}.`;
    const fields = { key, name: "Ana Torres", email: `${key}@company.com`, message, consent: "on" };
    const answer = await ask("/api/forms/contact", { method: "POST", body: new URLSearchParams(fields) }, 201);
    if (answer) acknowledged.push({ message, ref: JSON.parse(answer).ref });
  }

  async function read() {
    const addresses = ["/en", "/es/services", "/en/search?q=cloud", "/es/hours", "/icon-512.png"];
    for (let round = 0; goesOn; round++) {
      await ask(addresses[round % addresses.length] ?? "", {}, 200);
      await wait(betweenMs);
    }
  }

  async function ask(address: string, options: RequestInit, status: number): Promise<string | undefined> {
    answers += 1;
    const headers = { accept: "application/json, text/html" };
    try {
      const answer = await fetch(siteUrl + address, { ...options, headers, redirect: "manual" });
      const text = await answer.text();
      if (answer.status === status) return text;
      failures.push(`${options.method ?? "GET"} ${address}: ${answer.status}`);
    } catch (cause) {
      failures.push(`${options.method ?? "GET"} ${address}: ${cause}`);
    }
    return undefined;
  }
}
