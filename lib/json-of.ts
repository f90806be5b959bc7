/** Undefined for what is no JSON: whatever was meant, it is not what was asked for. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
