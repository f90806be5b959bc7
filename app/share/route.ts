import { notFound } from "next/navigation";
import { shareSheet } from "#lib/pages/share-sheet.ts";

/** While somebody writes: how /share?path=/en/blog/… will look in messages. The public site has no such page. */
export async function GET(request: Request) {
  const { searchParams, origin } = new URL(request.url);
  const path = searchParams.get("path") ?? "";
  if (process.env.NODE_ENV === "production" || !/^\/(?!\/)/.test(path)) notFound();
  const page = await fetch(new URL(path, origin));
  if (!page.ok) notFound();
  const sheet = await shareSheet(path, await page.text(), async (address) => {
    const picture = await fetch(new URL(address, origin));
    return picture.ok ? { type: "image/png", bytes: await picture.bytes() } : undefined;
  });
  return new Response(sheet, { headers: { "content-type": "text/html; charset=utf-8" } });
}
