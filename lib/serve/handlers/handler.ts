import type { IncomingMessage } from "node:http";
import type { PageForm } from "#lib/serve/form-at.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";

export type Call = {
  request: IncomingMessage;
  path: string;
  /** The form that the address takes posts of. */
  form: PageForm | undefined;
};

/** Answers a request, or leaves it to the next. */
export type Handler = (call: Call, pages: PageAnswers) => Promise<Answer | undefined> | Answer | undefined;
