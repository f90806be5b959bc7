import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StructuredData } from "./structured-data.tsx";

test("no text of the data can end its block, and all of it can be read back", () => {
  const name = "</script><script>alert(1)</script><!-- & \"' \u2028";
  const html = renderToStaticMarkup(<StructuredData things={[{ "@type": "Thing", name }]} />);
  const [, json = ""] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({ "@context": "https://schema.org", "@graph": [{ "@type": "Thing", name }] });
});
