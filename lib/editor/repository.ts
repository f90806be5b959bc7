/** Where the content is kept, and what the editor's page may ask: the addresses of its API alone. */
export type Repository = {
  backend: { name: string; repo: string; branch?: string; base_url?: string; api_root?: string };
  origins: string[];
};

const hosts = {
  github: {
    origin: "https://github.com",
    api: (origin: string) => (origin === "https://github.com" ? "https://api.github.com" : `${origin}/api/v3`),
  },
  gitlab: { origin: "https://gitlab.com", api: (origin: string) => `${origin}/api/v4` },
  gitea: { origin: "https://gitea.com", api: (origin: string) => `${origin}/api/v1` },
};

/** Reads `github:owner/name`, `gitlab:https://git.example.com/group/name` or `gitea:…`, with `#branch` behind it or not. */
export function readRepository(written: string): Repository | undefined {
  const [, kind, origin, path = "", branch] =
    /^(github|gitlab|gitea):(?:(https:\/\/[\w.-]+(?::\d+)?)\/)?([\w.-]+(?:\/[\w.-]+)+?)(?:#([\w./-]+))?$/.exec(
      written,
    ) ?? [];
  const repo = path.replace(/\.git$/, "");
  if (kind !== "github" && kind !== "gitlab" && kind !== "gitea") return undefined;
  if (kind !== "gitlab" && repo.split("/").length !== 2) return undefined;
  const host = hosts[kind];
  const base = origin ?? host.origin;
  const api = host.api(base);
  return {
    backend: { name: kind, repo, ...(branch && { branch }), base_url: base, api_root: api },
    origins: [...new Set([new URL(api).origin, ...(kind === "github" ? [] : [base])])],
  };
}
