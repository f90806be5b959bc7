import type { AsyncLocalStorage } from "node:async_hooks";
import type { WorkUnitStore } from "next/dist/server/app-render/work-unit-async-storage.external";

type Ask = (...args: never[]) => unknown;

/** By its name, so that it can be asked again of other content: what tells that the answer is another one. */
export const questions = new Map<string, Ask>();

let isAnswering = false;

/**
 * Makes a function one that pages ask of the content. What a page has asked goes with it, as `["article","en","a"]`: where
 * all answers are what they were, it need not be made again. Arguments are texts and numbers; `root` may follow them, with a
 * default. A page that reads content otherwise is not made at all. `sign` stands in for an answer that takes long: it is
 * another one whenever that is.
 */
export function question<Answer extends Ask>(name: string, answer: Answer, sign: Ask = answer): Answer {
  questions.set(name, sign);
  const ask = (...args: Parameters<Answer>) => {
    if (isAnswering) return answer(...args);
    askedByPage()?.push(encodeURIComponent(JSON.stringify([name, ...args.slice(0, answer.length)])));
    isAnswering = true;
    try {
      return answer(...args);
    } finally {
      isAnswering = false;
    }
  };
  return ask as Answer;
}

export function refuseUnasked(what: string) {
  if (!isAnswering && askedByPage()) throw new Error(`a page reads ${what}, which is in the answer of no question`);
}

/** Of the page that is being made, by a build or by an update of one; undefined outside of a page. */
function askedByPage(): string[] | undefined {
  const { pageUpdate } = globalThis as { pageUpdate?: AsyncLocalStorage<string[]> };
  const updated = pageUpdate?.getStore();
  if (updated) return updated;
  // There is one in what Next has bundled alone. Elsewhere the module below would be there before what it needs, and break Next.
  if (typeof require === "undefined") return undefined;
  const { workUnitAsyncStorage } = require("next/dist/server/app-render/work-unit-async-storage.external");
  const page: WorkUnitStore | undefined = workUnitAsyncStorage.getStore();
  if (page?.type !== "prerender-legacy") return undefined;
  // Next hands them over with what it has built, as tags.
  page.tags ??= [];
  return page.tags;
}
