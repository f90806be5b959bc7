import type { IncomingMessage } from "node:http";
import { editorAddress } from "#lib/editor/editor-address.ts";
import type { Editor } from "#lib/editor/open-editor.ts";
import { compressed } from "#lib/serve/http/compressed.ts";
import { editorCsp } from "#lib/serve/http/content-security-policy.ts";
import { preferredEncoding } from "#lib/serve/http/preferred-encoding.ts";
import { readerLocale } from "#lib/serve/http/reader-locale.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { contentType } from "#lib/serve/site-folder/content-type.ts";
import type { Handler } from "./handler.ts";

/** The editor of the content, where there is one: in development, and where the site knows the repository. */
export const showEditor: Handler = ({ path, request }, { editor }) => {
  if (!editor || !(path === editorAddress || path.startsWith(`${editorAddress}/`))) return undefined;
  return show(editor, path, request);
};

async function show(editor: Editor, path: string, request: IncomingMessage): Promise<Answer | undefined> {
  const headers = {
    "content-security-policy": editorCsp(editor.origins),
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  };
  if (path === editorAddress)
    return { status: 200, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body: page };

  const name = path.slice(editorAddress.length + 1);
  if (name === "config.json") {
    const type = { "content-type": "application/json; charset=utf-8" };
    return compressed(
      { status: 200, headers: { ...headers, ...type }, body: editor.config(readerLocale(request)) },
      request,
    );
  }
  const part = await editor.part(name);
  if (!part) return undefined;
  const isSmaller = part.br !== undefined && preferredEncoding(request.headers["accept-encoding"]) === "br";
  return {
    status: 200,
    headers: {
      ...headers,
      // All but the first part are named after what they hold.
      "cache-control": name === firstPart ? "no-cache" : "public, max-age=31536000, immutable",
      "content-type": contentType(name),
      vary: "accept-encoding",
      ...(isSmaller && { "content-encoding": "br" }),
    },
    body: (isSmaller && part.br) || part.bytes,
  };
}

const firstPart = "start-editor.js";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>DreamCode</title>
<link rel="icon" href="/icon.svg">
<body>
<noscript>This editor needs JavaScript. <span lang="es">Este editor necesita JavaScript.</span></noscript>
<script type="module" src="${editorAddress}/${firstPart}"></script>
`;
