/** As dates are written, in English and Spanish. */
export const months = [
  ["January", "enero"],
  ["February", "febrero"],
  ["March", "marzo"],
  ["April", "abril"],
  ["May", "mayo"],
  ["June", "junio"],
  ["July", "julio"],
  ["August", "agosto"],
  ["September", "septiembre", "setiembre"],
  ["October", "octubre"],
  ["November", "noviembre"],
  ["December", "diciembre"],
];

/** By its name in any of them, from 1 on; 0 where there is none of that name. */
export function monthNamed(name: string): number {
  return months.findIndex((names) => names.some((one) => one.toLowerCase() === name.toLowerCase())) + 1;
}
