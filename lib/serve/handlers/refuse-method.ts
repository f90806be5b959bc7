import type { IncomingMessage } from "node:http";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Handler } from "./handler.ts";

export const refuseMethod: Handler = ({ request, form }, pages) => {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const takesOnlyPosts = form !== undefined && !form.page;
  if (isRead && !takesOnlyPosts) return undefined;
  return refusal(request, takesOnlyPosts ? "POST" : form ? "GET, HEAD, POST" : "GET, HEAD", pages);
};

async function refusal(request: IncomingMessage, allow: string, { error }: PageAnswers) {
  const answer = await error("method", 405, request);
  return { ...answer, headers: { ...answer.headers, allow } };
}
