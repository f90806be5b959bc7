import type { Handler } from "./handler.ts";

export const refuseMethod: Handler = async ({ request, form }, { error }) => {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const takesOnlyPosts = form !== undefined && !form.page;
  if (isRead && !takesOnlyPosts) return undefined;
  const answer = await error("method", 405, request);
  const allow = takesOnlyPosts ? "POST" : form ? "GET, HEAD, POST" : "GET, HEAD";
  return { ...answer, headers: { ...answer.headers, allow } };
};
