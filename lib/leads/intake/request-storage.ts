import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Carries a value from the front to our code inside Next, within one request. It hangs on `globalThis` because Next
 * bundles its own copy of every module and the front runs another.
 */
export function requestStorage<Value>(name: string): AsyncLocalStorage<Value> {
  const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Value> | undefined };
  const key = Symbol.for(`dreamcode.${name}`);
  shared[key] ??= new AsyncLocalStorage();
  return shared[key];
}
