/** The most characters (code points) of each field, after cleaning. */
export const fieldLimits = {
  name: 200,
  email: 254,
  company: 200,
  phone: 60,
  team: 200,
  start: 200,
  message: 10_000,
} as const;
