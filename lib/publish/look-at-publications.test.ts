import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { lookAtPublications } from "./look-at-publications.ts";
import { logOf, writeOutcome } from "./publication-outcome.ts";

const first = "0b4a3e1c-58f1-4c9e-9f0e-3f2a5a1d7c11";
const second = "1b4a3e1c-58f1-4c9e-9f0e-3f2a5a1d7c12";
const warning = "content/en/blog/a.md:1:1 translation: warning: has no pair in es";
const mistake = "content/en/blog/a.md:4:8 title: is empty";

test("a publication that failed is told with the mistakes that it named, until one is well", () => {
  const { said, end } = publications();
  end(first, "failed", `Fetching\n${warning}\n${mistake}\ncontent: 1 errors, 1 warnings\n`);
  const facts = { reason: mistake, outcome: `https://a.test/publish/${first}`, occasion: expect.any(String) };
  const told = ["publication-failed", facts];
  expect(said()).toEqual([told]);
  end(second, "running", "");
  expect(said()).toEqual([told]);
  end(second, "published", "");
  expect(said()).toEqual([["publication-failed", "over"]]);
});

test("another failure is another occasion, also one that was there before, and the same one again is none", () => {
  const { occasion, end } = publications();
  const other = mistake.replace("title", "date");
  const occasions = [mistake, mistake, other, other, mistake].map((log) => {
    end(randomUUID(), "failed", `${log}\n`);
    return occasion();
  });
  const [a, again, b, bAgain, back] = occasions;
  expect([again, bAgain]).toEqual([a, b]);
  expect(new Set([a, b, back]).size).toBe(3);
  end(randomUUID(), "published", "");
  end(randomUUID(), "failed", `${mistake}\n`);
  expect(occasion()).toBe(a);
});

test("how long something took is no other failure", () => {
  const { occasion, end } = publications();
  end(first, "failed", "check 3.1, update 2.0\nNothing was published.\n");
  const before = occasion();
  end(second, "failed", "check 4.5, update 1.9\nNothing was published.\n");
  expect(occasion()).toBe(before);
});

test("nor is there anything to tell once a release was made after it, by hand", () => {
  const { said, end } = publications();
  end(first, "failed", `${mistake}\n`);
  expect(said(Date.now() - 60_000)).toHaveLength(1);
  expect(said(Date.now() + 60_000)).toEqual([["publication-failed", "over"]]);
});

test("of one that failed otherwise the end of its words is told", () => {
  const { said, end } = publications();
  end(first, "failed", "fatal: unable to access\n\nNothing was published: git pull failed.\n");
  expect(said()).toMatchObject([
    ["publication-failed", { reason: "fatal: unable to access\nNothing was published: git pull failed." }],
  ]);
});

test("where none was asked for, there is no trouble", () => {
  expect(publications().said()).toEqual([["publication-failed", "over"]]);
});

function publications() {
  const releases = folderForTests();
  return {
    said,
    occasion: () =>
      said().flatMap(([, facts]) => (typeof facts === "object" && "occasion" in facts ? facts.occasion : []))[0],
    end(id: string, state: Parameters<typeof writeOutcome>[1], log: string) {
      writeFileSync(logOf(id, releases), log);
      writeOutcome(id, state, releases);
    },
  };

  /** Looks, and gives what that made it say. */
  function said(taken = 0) {
    const said: [string, object | string][] = [];
    const sightings = {
      see: (topic: string, facts: object = {}) => said.push([topic, facts]) > 0,
      isOver: (topic: string) => void said.push([topic, "over"]),
      current: () => [],
      write: async () => {},
    };
    lookAtPublications({ sightings, siteUrl: "https://a.test" }, taken, releases);
    return said;
  }
}
