import { afterEach, expect, test, vi } from "vitest";
import robots from "./robots.ts";

afterEach(() => vi.unstubAllEnvs());

test("search engines may read everything but what programs ask, and are told of the sitemap", () => {
  vi.stubEnv("SITE_URL", "https://www.example.com");
  expect(robots()).toEqual({
    rules: { userAgent: "*", allow: "/", disallow: "/api/" },
    sitemap: "https://www.example.com/sitemap.xml",
  });
});

test("of a copy for trying out they may read that it is not for them, and are told of no sitemap", () => {
  vi.stubEnv("SITE_STAGING", "on");
  expect(robots()).toEqual({ rules: { userAgent: "*", allow: "/", disallow: "/api/" } });
});
