/** Where programs ask how the site is. */
export const statusPaths = ["/api/live", "/api/ready", "/api/health", "/api/metrics"] as const;

export type StatusPath = (typeof statusPaths)[number];
