import { requestContext } from "#lib/leads/intake/request-context.ts";
import { answerForm } from "#lib/serve/answer-form.ts";
import { figures } from "#lib/serve/figures.ts";
import { isFromOurPages } from "#lib/serve/http/guard-request.ts";
import { readRequestContext } from "#lib/serve/http/read-request-context.ts";
import type { Handler } from "./handler.ts";

export const takeForm: Handler = async ({ request, form }, { siteUrl, trustedProxies, fromNext, postInTurn }) => {
  if (!form || request.method !== "POST") return undefined;
  const sender = readRequestContext(request, { siteUrl, trustedProxies });
  const isOurs = isFromOurPages(request, siteUrl);
  const answer = await requestContext.run(sender, () =>
    answerForm({
      form: form.name,
      page: form.page,
      request,
      isOurs,
      ask: (url) => fromNext(request, url),
      inTurn: (work) => postInTurn(request, work),
    }),
  );
  figures.countPost(form.name, answer.status);
  return answer;
};
