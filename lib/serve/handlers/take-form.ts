import type { IncomingMessage } from "node:http";
import { requestContext } from "#lib/leads/intake/request-context.ts";
import { answerForm } from "#lib/serve/answer-form.ts";
import { figures } from "#lib/serve/figures.ts";
import type { PageForm } from "#lib/serve/form-at.ts";
import { isFromOurPages } from "#lib/serve/http/guard-request.ts";
import { readRequestContext } from "#lib/serve/http/read-request-context.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Handler } from "./handler.ts";

export const takeForm: Handler = ({ request, form }, pages) =>
  form && request.method === "POST" ? take(request, form, pages) : undefined;

async function take(
  request: IncomingMessage,
  form: PageForm,
  { siteUrl, trustedProxies, fromNext, askStoreInTurn }: PageAnswers,
) {
  const sender = readRequestContext(request, { siteUrl, trustedProxies });
  const isOurs = isFromOurPages(request, siteUrl);
  const answer = await requestContext.run(sender, () =>
    answerForm({
      form: form.name,
      page: form.page,
      request,
      isOurs,
      ask: (url) => fromNext(request, url),
      inTurn: (work) => askStoreInTurn(request, work),
    }),
  );
  figures.countPost(form.name, answer.status);
  return answer;
}
