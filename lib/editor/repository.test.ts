import { expect, test } from "vitest";
import { readRepository } from "./repository.ts";

test.each([
  [
    "github:team/site",
    { name: "github", repo: "team/site", base_url: "https://github.com", api_root: "https://api.github.com" },
    ["https://api.github.com"],
  ],
  [
    "gitlab:group/sub/site#live",
    {
      name: "gitlab",
      repo: "group/sub/site",
      branch: "live",
      base_url: "https://gitlab.com",
      api_root: "https://gitlab.com/api/v4",
    },
    ["https://gitlab.com"],
  ],
  [
    "gitea:https://git.a.test:3000/team/site.git",
    {
      name: "gitea",
      repo: "team/site",
      base_url: "https://git.a.test:3000",
      api_root: "https://git.a.test:3000/api/v1",
    },
    ["https://git.a.test:3000"],
  ],
])("%s is a repository", (written, backend, origins) => {
  expect(readRepository(written)).toEqual({ backend, origins });
});

test.each([
  "team/site",
  "github:site",
  "github:a/b/c",
  "gitea:http://git.a.test/a/b",
  "bitbucket:a/b",
  "github:a/b; img-src *",
])("%s is none", (written) => {
  expect(readRepository(written)).toBeUndefined();
});
