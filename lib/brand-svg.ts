import { brand } from "./brand.ts";

/** The mark on its ground. */
export function brandSvg(): string {
  const { name, gold, ink, bracket, disc } = brand;
  const { cx, cy, r } = disc;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>${name}</title><path d="M0 0h24v24H0z" fill="${gold}"/><path d="${bracket}" fill="${ink}"/><circle cx="${cx}" cy="${cy}" r="${r}" fill="${gold}"/></svg>`;
}
