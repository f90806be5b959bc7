import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Answer } from "#lib/serve/http/send.ts";

type CapturedAnswer = Answer & { body: Buffer };

export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Lets Next answer, and hands over the answer whole before any of it is sent. */
export function captured(render: Render, request: IncomingMessage): Promise<CapturedAnswer> {
  return new Promise((resolve, reject) => {
    const response = new CapturedResponse(request, resolve);
    render(request, response).catch(reject);
  });
}

type Callback = (error?: Error | null) => void;

class CapturedResponse extends ServerResponse {
  #chunks: Buffer[] = [];
  #done: (answer: CapturedAnswer) => void;

  constructor(request: IncomingMessage, done: (answer: CapturedAnswer) => void) {
    super(request);
    this.#done = done;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let at = 0; at < headers.length; at += 2) this.setHeader(headers[at], headers[at + 1]);
    } else if (typeof headers === "object" && headers !== null) {
      for (const [name, value] of Object.entries<OutgoingHttpHeader | undefined>(headers as OutgoingHttpHeaders)) {
        if (value !== undefined) this.setHeader(name, value);
      }
    }
    return this;
  }

  override flushHeaders(): void {
    // Nothing is sent before it is whole.
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Callback, callback?: Callback): boolean {
    this.#keep(chunk, encoding);
    const written = typeof encoding === "function" ? encoding : callback;
    if (written) process.nextTick(written);
    return true;
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (this.finished) return this;
    if (typeof chunk !== "function") this.#keep(chunk, encoding);
    this.finished = true;
    const headers = Object.entries(this.getHeaders()).map(([name, value]) => [name, String(value)]);
    this.#done({ status: this.statusCode, headers: Object.fromEntries(headers), body: Buffer.concat(this.#chunks) });
    // Next waits for both before it does what was to be done after the answer.
    process.nextTick(() => {
      for (const ended of [chunk, encoding, callback]) if (typeof ended === "function") ended();
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }

  #keep(chunk: unknown, encoding: unknown) {
    if (typeof chunk === "string") this.#chunks.push(Buffer.from(chunk, encoding as BufferEncoding | undefined));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}
