import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { articleForTests } from "#lib/content/kinds/article-for-tests.ts";
import type { Author } from "#lib/content/kinds/author.ts";
import { findOpening } from "#lib/content/kinds/opening.ts";
import { openingForTests, serviceOfOpenings } from "#lib/content/kinds/opening-for-tests.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import {
  articleData,
  contactData,
  openingData,
  profileData,
  questionData,
  siteData,
  trailData,
} from "./structured-data.ts";

const site = "http://localhost:3000";
const logo = { "@type": "ImageObject", url: `${site}/icon-512.png`, width: "512", height: "512" };
const company = { "@type": "Organization", "@id": `${site}/#organization`, name: "DreamCode", url: site, logo };

const unset = { prices: [], certificates: [], photographs: [] };

test("of the offices nothing is said that the site's file does not say", () => {
  expect(contactData({ ...unset, name: "DreamCode", offices: [], social: [] })).toEqual([company]);
  const office = { city: "Bogotá", timeZone: "America/Bogota" };
  expect(contactData({ ...unset, name: "DreamCode", offices: [office], social: [] })).toEqual([
    {
      ...company,
      location: [
        { "@type": "Place", name: "Bogotá", address: { "@type": "PostalAddress", addressLocality: "Bogotá" } },
      ],
    },
  ]);
});

test("offices, telephones, address and profiles are said as the contact page shows them", () => {
  const office = {
    city: "Toronto",
    country: "CA",
    timeZone: "America/Toronto",
    address: "1 Main St",
    telephone: "+1 416 555 0100",
  };
  const social = [{ name: "LinkedIn", url: "https://www.linkedin.com/company/x" }];
  expect(contactData({ ...unset, name: "DreamCode", email: "hello@x.test", offices: [office], social })).toEqual([
    {
      ...company,
      email: "hello@x.test",
      sameAs: ["https://www.linkedin.com/company/x"],
      location: [
        {
          "@type": "Place",
          name: "Toronto",
          telephone: "+1 416 555 0100",
          address: {
            "@type": "PostalAddress",
            addressLocality: "Toronto",
            addressCountry: "CA",
            streetAddress: "1 Main St",
          },
        },
      ],
      contactPoint: [
        { "@type": "ContactPoint", contactType: "office", telephone: "+1 416 555 0100" },
        { "@type": "ContactPoint", contactType: "general inquiries", email: "hello@x.test" },
      ],
    },
  ]);
});

test("an author is a person with a role, or a company", () => {
  const author = { slug: "ana", name: "Ana", role: { en: "Writer", es: "Autora" } };
  expect(profileData({ ...author, kind: "person" }, "es").mainEntity).toMatchObject({
    "@type": "Person",
    name: "Ana",
    url: `${site}/es/blog/author/ana`,
    jobTitle: "Autora",
  });
  const company = profileData({ ...author, kind: "organization" }, "en").mainEntity;
  expect(company).toMatchObject({ "@type": "Organization", name: "Ana" });
  expect(company).not.toHaveProperty("jobTitle");
});

test("an article is by each of its authors, and by the company where it names none", () => {
  const article = articleForTests();
  const luz: Author = { slug: "luz", name: "Luz", kind: "person" };
  const acme: Author = { slug: "acme", name: "Acme", kind: "organization" };
  expect(articleData(article, [luz, acme])).toMatchObject({
    author: [
      { "@type": "Person", name: "Luz", url: `${site}/en/blog/author/luz` },
      { "@type": "Organization", name: "Acme", url: `${site}/en/blog/author/acme` },
    ],
  });
  expect(articleData(article, [])).toMatchObject({ author: company });
});

test("an author's portrait is said by its address, in a format that every program reads", () => {
  const images = folderForTests();
  const variants = ["avif", "jpeg"].map((format) => ({ format, width: 960, file: `ana-960.${format}` }));
  writeFileSync(
    path.join(images, "manifest.json"),
    JSON.stringify({ "ana.jpg": { width: 960, height: 640, variants } }),
  );
  const profile = profileData({ slug: "ana", name: "Ana", kind: "person", portrait: "ana.jpg" }, "en", images);
  expect(profile.mainEntity).toMatchObject({ image: `${site}/images/ana-960.jpeg` });
});

test("the site is one thing in all its languages, at its root, with a search in each", () => {
  const [, website] = siteData();
  expect(website).toMatchObject({ "@id": `${site}/#website`, url: `${site}/`, inLanguage: ["en", "es"] });
  const searches = JSON.stringify(website).match(/\/\w\w\/search\?q=/g);
  expect(searches).toEqual(["/en/search?q=", "/es/search?q="]);
});

test("an article is published by a company with a logo, and shown by a picture without words", () => {
  const data = articleData(articleForTests(), []);
  expect(data).toMatchObject({ publisher: company });
  expect(data).toHaveProperty(
    "image",
    expect.stringMatching(/^http:\/\/localhost:3000\/article-image\/en\/blog.*\.jpg\?v=/),
  );
});

test("an opening is said to search engines as a job: who hires, where, until when, and that one applies here", () => {
  const root = temporaryContent({
    ...serviceOfOpenings,
    "en/openings/agent.md": openingForTests({}, "\n## Your day\n\nYou answer [by telephone](/en/hours).\n"),
    "es/openings/agent.md": openingForTests({
      place: "Cali",
      employment: "internship",
      languages: "[inglés, francés]",
    }),
  });
  const dataIn = (locale: "en" | "es") => {
    const opening = findOpening(locale, "agent", root);
    return opening && openingData(opening, root);
  };
  expect(dataIn("en")).toEqual({
    "@type": "JobPosting",
    title: "Support agent",
    description: `<p>Answers the clients of a shop.</p><h2 id="your-day">Your day</h2>\n<p>You answer <a href="${site}/en/hours">by telephone</a>.</p>`,
    url: `${site}/en/careers/agent`,
    identifier: { "@type": "PropertyValue", name: "DreamCode", value: "agent" },
    datePosted: "2025-11-02",
    validThrough: "2999-12-31T23:59:59-05:00",
    employmentType: "FULL_TIME",
    hiringOrganization: company,
    skills: "English and Spanish",
    directApply: true,
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: { "@type": "Country", name: "Colombia" },
  });
  const inCity = dataIn("es");
  expect(inCity).toMatchObject({
    employmentType: "INTERN",
    skills: "inglés y francés",
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: "Cali", addressCountry: "CO" },
    },
  });
  expect(inCity).not.toHaveProperty("jobLocationType");
});

test("a text without questions says nothing of any", () => {
  expect(questionData({ type: "root", children: [] })).toEqual([]);
});

test("the way to a page ends with the page, which needs no address", () => {
  expect(trailData([{ href: "/en/blog", label: "Blog" }], "An article").itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "Blog", item: `${site}/en/blog` },
    { "@type": "ListItem", position: 2, name: "An article" },
  ]);
});
