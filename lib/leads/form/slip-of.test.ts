import { expect, test } from "vitest";
import { slipOf } from "./slip-of.ts";

const meant = {
  "gmail.com": ["gmial.com", "gmail.co", "gmail.con", "gmail.cm", "gmai.com", "gmal.com", "gnail.com", "GMIAL.COM"],
  "hotmail.com": ["hotmial.com", "hotmai.com", "hotmail.con", "hotmal.com", "hotmil.com", "homail.com"],
  "outlook.com": ["outlok.com", "outlook.co", "oulook.com", "outllok.com"],
  "yahoo.com": ["yaho.com", "yahooo.com", "yahoo.con", "yhaoo.com"],
  "icloud.com": ["iclod.com", "icloud.cm", "iclould.com"],
};

test("an address that looks mistyped has one that was likely meant, with what stands before the @ as it was typed", () => {
  for (const [domain, slips] of Object.entries(meant))
    for (const slip of slips) expect([slip, slipOf(`Ana.O'Hara+x@${slip}`)]).toEqual([slip, `Ana.O'Hara+x@${domain}`]);
});

test("nobody is asked about a right address, least of all about that of their company", () => {
  const right = [
    ...Object.keys(meant),
    ...[
      "mail.com",
      "email.com",
      "ymail.com",
      "gmx.com",
      "live.com",
      "me.com",
      "aol.com",
      "hey.com",
      "proton.me",
      "zoho.com",
    ],
    ...[
      "hotmail.es",
      "outlook.es",
      "yahoo.es",
      "hotmail.fr",
      "yahoo.ca",
      "hotmail.ca",
      "live.ca",
      "yahoo.com.co",
      "yahoo.fr",
    ],
    ...["ge.com", "hp.com", "ey.com", "gm.com", "coke.com", "cloud.com", "mailchimp.com", "gmac.com", "hotels.com"],
    ...["bancolombia.com.co", "dreamcode.com.co", "unal.edu.co", "une.net.co", "rogers.com", "shopify.ca", "ñandú.co"],
  ];
  for (const domain of right) expect([domain, slipOf(`ana@${domain}`)]).toEqual([domain, undefined]);
});

test("what is no address has none", () => {
  for (const typed of [
    "",
    "ana",
    "@gmial.com",
    "ana@",
    "@",
    "a@b@",
    `a@${"x".repeat(250)}`,
    "a@gmial",
    "a@%",
    "a@\ud800",
  ])
    expect([typed, slipOf(typed)]).toEqual([typed, undefined]);
});
