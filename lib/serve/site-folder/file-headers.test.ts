import { expect, test } from "vitest";
import { siteForTests } from "#lib/serve/site-for-tests.ts";

test("a file of content/files is saved under its name, and is not kept in memory", async () => {
  const site = await siteForTests({ "/files/guide.pdf": "a guide", "/images/a.pdf": "a picture" });
  expect(site.find("/files/guide.pdf")).toMatchObject({
    headers: { "content-type": "application/pdf", "content-disposition": 'attachment; filename="guide.pdf"' },
  });
  expect(site.find("/files/guide.pdf")).not.toHaveProperty("identity");
  expect(site.find("/images/a.pdf")?.headers).not.toHaveProperty("content-disposition");
});
