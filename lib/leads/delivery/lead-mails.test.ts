import { expect, test } from "vitest";
import {
  application,
  byProgram,
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  newsletter,
  reply,
} from "#lib/leads/desk-for-tests.ts";
import type { LeadSubmission } from "#lib/leads/intake/lead-submission.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { findMailTiles } from "#lib/mail/find-mail-tiles.ts";
import { refuseCommand, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import type { DeliveryDesk } from "./deliver-message.ts";

test("the team gets an inquiry with all that was said, and answers the visitor", async () => {
  const { notice, ref } = await mailsFor(
    inquiry(
      { phone: "604-555-0199", team: "Two and a tester", start: "January", message: "Line one\n\n  line two" },
      { locale: "es" },
    ),
  );

  expect(notice.to).toEqual(["sales@dreamcode.test"]);
  expect(notice.mail).toMatchObject({
    subject: `[${ref}] Staff augmentation, Acme, Canada`,
    from: { name: "DreamCode", address: "hello@dreamcode.test" },
    replyTo: [{ name: "Ana Torres", address: "Ana@company.com" }],
  });
  expect(header(notice, "x-lead-ref")).toBe(ref);
  expect(notice.mail.messageId).toMatch(new RegExp(`^<${ref}\\.notify\\.[0-9a-f]{8}@dreamcode\\.test>$`));
  expect(header(notice, "x-auto-response-suppress")).toBe("OOF, AutoReply");
  expect(header(notice, "auto-submitted")).toBeUndefined();
  expect(notice.mail.text?.replaceAll(/(?<=: https:\/\/www\.dreamcode\.test\/team\/)[\w/-]+/g, "…")).toBe(
    [
      "Line one\n\n  line two",
      "",
      `Inquiry ${ref}`,
      "",
      "Name: Ana Torres",
      "Company: Acme",
      "Country: Canada",
      "Telephone: 604-555-0199 (+16045550199)",
      "Service: Staff augmentation",
      "Email: Ana@Company.com",
      "",
      "Say what becomes of it:",
      "",
      "Mine: https://www.dreamcode.test/team/…",
      "Answered: https://www.dreamcode.test/team/…",
      "Spam: https://www.dreamcode.test/team/…",
      "Not spam: https://www.dreamcode.test/team/…",
      "",
      "Team size: Two and a tester",
      "Start date: January",
      "Language: Spanish",
      "Sent from: /en/inquiry",
      "Received: 2026-11-21 07:00 (Bogota)",
      "",
      "If you answer this email, it goes to the visitor.\n",
    ].join("\n"),
  );
  expect(notice.mail.html).toContain("Line one<br><br>  line two");
  expect(notice.mail.html).toContain('href="tel:+16045550199"');
  expect(notice.mail.html?.indexOf("Line one")).toBeLessThan(notice.mail.html?.indexOf("DreamCode") ?? 0);
  expect(notice.mail.attachments).toEqual([]);
});

test("the team reads when it came by its own clock, and what the visitor's says when the mail goes out", async () => {
  const { notice } = await mailsFor(inquiry({ zone: "America/Chicago" }));
  expect(notice.mail.text).toContain("\nReceived: 2026-11-21 07:00 (Bogota)\n");
  expect(notice.mail.text).toContain("\nTheir time now: 2026-11-21 06:00 (Chicago)\n");
});

test("how somebody found the site, and what speaks against them, is a file beside the mail that an answer does not quote", async () => {
  const attribution = {
    first: { utm_source: "<b>letter</b>", ref: "ana", landing: "/en/blog/hiring", referrer: "https://news.test/a" },
    last: { page: "/en/services/cloud" },
  };
  const { notice, receipt, ref } = await mailsFor(
    contact({}, { attribution, signals: { decoy: "empty", seconds: null, isBareRequest: false } }),
  );

  expect(attachedText(notice)).toBe(
    [
      "How they found us:",
      "",
      "Read before writing: /en/services/cloud",
      "Came from: https://news.test/a",
      "First page here: /en/blog/hiring",
      "utm_source: <b>letter</b>",
      "ref: ana",
      "Spam score: 1: sent without script, from a form that the browser had filled in, or from a page open for more than a day",
      "",
    ].join("\n"),
  );
  expect(notice.mail.attachments).toMatchObject([{ filename: `${ref}.txt`, disposition: "attachment" }]);
  const everywhere = [notice, receipt].map((received) => `${received?.mail.text} ${received?.mail.html}`).join();
  expect(everywhere).not.toMatch(/letter|news\.test|hiring|score/i);
});

test.each([
  ["plain", "Two engineers,\nplease.", "%3E%20Two%20engineers%2C%0D%0A%3E%20please."],
  ["far too long", "x".repeat(9_000), `xxx${encodeURIComponent("\r\n\r\n(…)")}`],
  ["with half a character", "\ud800 Two", "%3E%20%EF%BF%BD%20Two"],
])(
  "an answer quotes the client alone and opens in every mail program: a text %s",
  async (_what, message, quotation) => {
    const { notice, ref } = await mailsFor(contact({ name: "Ana & Bo", email: "a?cc=x&b@company.com", message }));
    const href = /href="(mailto:[^"]*)"/.exec(notice.mail.html ?? "")?.[1]?.replaceAll("&#x26;", "&") ?? "";
    const subject = encodeURIComponent(`Re: [${ref}] Message from Ana & Bo`);
    expect(href).toContain(`mailto:a%3Fcc%3Dx%26b@company.com?subject=${subject}&body=`);
    expect(href.endsWith(quotation)).toBe(true);
    expect(href.length).toBeLessThan(2_000);
  },
);

test("the team sees who wrote a message in its subject", async () => {
  const { notice, ref } = await mailsFor(contact({ name: "李小龍" }));

  expect(notice.mail.subject).toBe(`[${ref}] Message from 李小龍`);
});

test.each([
  ["en", "We have your inquiry", "About: Staff augmentation", "https://www.dreamcode.test/en/contact"],
  ["es", "Recibimos su solicitud", "Tema: Ampliación de equipos", "https://www.dreamcode.test/es/contact"],
] as const)(
  "the visitor gets a receipt in %s with the reference, and none of their own text",
  async (locale, ...texts) => {
    const [title, about, contactPage] = texts;
    const typed = {
      name: "Zacarías",
      company: "Zulú",
      message: "Zarzuela",
      team: "Zorro",
      start: "Zafra",
      phone: "Zeta",
    };
    const { receipt, ref } = await mailsFor(inquiry(typed, { locale }));

    expect(receipt?.to).toEqual(["Ana@company.com"]);
    expect(receipt?.mail.subject).toBe(`[${ref}] ${title}`);
    expect(receipt?.mail.text).toContain(ref);
    expect(receipt?.mail.text).toContain(about);
    expect(receipt?.mail.text).toContain(contactPage);
    expect(receipt?.mail.html).toContain(`<html lang="${locale}"`);
    expect(receipt?.mail.html).toContain(ref);
    expect(`${receipt?.source} ${receipt?.mail.text} ${receipt?.mail.html}`).not.toMatch(/Zac|Zul|Zar|Zor|Zaf|Zeta/i);
    expect(receipt?.mail.replyTo).toEqual([{ name: "DreamCode", address: "contact@dreamcode.test" }]);
    expect(header(receipt, "auto-submitted")).toBe("auto-replied");
    expect(header(receipt, "x-auto-response-suppress")).toBe("All");
    expect(header(receipt, "x-lead-ref")).toBe(ref);
  },
);

test("the team is told of a sign-up, and what to do about it", async () => {
  const { notice, ref } = await mailsFor(newsletter());

  expect(notice.mail.subject).toBe(`[${ref}] Newsletter sign-up`);
  expect(notice.mail.replyTo).toEqual([{ name: "", address: "Ana@company.com" }]);
  expect(notice.mail.text).toMatch(/^Newsletter sign-up \w+\n\nEmail: Ana@Company\.com\n\nSay what/);
  expect(notice.mail.text).toContain("They are asked to confirm by a link in their mail");
  expect(`${notice.mail.text}${notice.mail.html}`).not.toContain("Message");
});

test("of a sign-up that is held the team is not told that it was asked to confirm", async () => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(newsletter({}, byProgram), desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  const [held] = smtp.mails;
  expect(held?.mail.subject).toMatch(/^\[Likely spam\]/);
  expect(held?.mail.text).toContain("got no receipt");
  expect(held?.mail.text).not.toMatch(/asked to confirm|nothing to do for you/);
});

test.each([
  ["en", "Confirm your sign-up for the newsletter"],
  ["es", "Confirme su suscripción al boletín"],
] as const)("a sign-up in %s is confirmed, with the way out at hand", async (locale, title) => {
  const { receipt, ref } = await mailsFor(newsletter({}, { locale }));

  expect(receipt?.mail.subject).toBe(`[${ref}] ${title}`);
  const leave = /https:\/\/www\.dreamcode\.test\/newsletter\/\S+\/leave\/\S+/.exec(receipt?.mail.text ?? "")?.[0];
  expect(header(receipt, "list-unsubscribe")).toBe(
    `<${leave}>, <mailto:write@dreamcode.test?subject=Unsubscribe%20${ref}>`,
  );
  expect(header(receipt, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(receipt?.mail.html).toContain(`href="${leave}"`);
  expect(receipt?.mail.html).toMatch(/href="https:\/\/www\.dreamcode\.test\/newsletter\/[^"]+\/join\//);
});

test.each([
  ["a message", contact()],
  ["an inquiry", inquiry()],
])("the receipt for %s names no list", async (_name, submission) => {
  const { receipt } = await mailsFor(submission);

  expect(receipt?.source).toMatch(/^X-Lead-Ref: /m);
  expect(receipt?.source).not.toMatch(/^List-/m);
});

test("the team is told which article a reply is to, and that it is not shown", async () => {
  const { notice, receipt, ref } = await mailsFor(reply({ message: "I disagree." }, { locale: "es" }));

  expect(notice.mail.subject).toBe(`[${ref}] Reply to “Polos”`);
  expect(notice.mail.text).toContain("Article: Polos, /es/blog/tech-hubs\n");
  expect(notice.mail.text).toContain("It is not on the site.");
  expect(notice.mail.text).toContain("I disagree.");
  expect(notice.mail.text).not.toContain("Service:");
  expect(receipt?.mail.subject).toBe(`[${ref}] Recibimos su comentario`);
  expect(receipt?.mail.text).toContain("Tema: Polos");
  expect(receipt?.mail.text).toContain("Nada se publica solo");
});

test("a reply to an article that is gone arrives, with what its page said", async () => {
  const { notice, receipt, ref } = await mailsFor(reply({ article: "moved-away" }));

  expect(notice.mail.subject).toBe(`[${ref}] Reply`);
  expect(notice.mail.text).toContain("Article: /en/blog/moved-away\n");
  expect(`${receipt?.mail.text}`).not.toContain("moved-away");
});

test.each([
  ["en", "Support agent", "We have your application", "A person on the team reads it."],
  ["es", "Agente de soporte", "Recibimos su postulación", "Una persona del equipo la lee."],
] as const)(
  "the team gets an application in %s with the link to the CV, and the applicant a receipt that promises no answer",
  async (locale, title, receiptTitle, next) => {
    const { notice, receipt, ref } = await mailsFor(application({ message: "", phone: "+57 300 0000000" }, { locale }));

    expect(notice.to).toEqual(["sales@dreamcode.test"]);
    expect(notice.mail.subject).toBe(`[${ref}] Application for “Support agent”`);
    expect(notice.mail.text).toContain(
      `Opening: Support agent, /${locale}/careers/support-agent\nCV: https://cv.test/ana\n`,
    );
    expect(receipt?.mail.subject).toBe(`[${ref}] ${receiptTitle}`);
    expect(receipt?.mail.text).toContain(`: ${title}\n`);
    expect(receipt?.mail.text).toContain(next);
    expect(receipt?.mail.text).not.toMatch(/cv\.test|\/call\//);
  },
);

test("a name with a line break adds no header", async () => {
  const { notice } = await mailsFor(contact({ name: "Ana\r\nBcc: x@evil.test" }));

  expect(notice.mail.subject).toMatch(/Message from Ana Bcc: x@evil\.test$/);
  expect(notice.mail.bcc).toBeUndefined();
  expect(notice.to).toEqual(["sales@dreamcode.test"]);
});

test("what cannot be seen stays out of every header", async () => {
  const { notice } = await mailsFor(contact({ name: "A\u0000n\u0007a\u001b \u202egpj.exe" }));

  expect(notice.mail.subject).toMatch(/Message from Ana gpj\.exe$/);
  expect(notice.mail.replyTo).toEqual([{ name: "Ana gpj.exe", address: "Ana@company.com" }]);
});

test.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>', "&lt;b&gt;"])(
  "%s is text in every part of a mail",
  async (typed) => {
    const { notice } = await mailsFor(
      inquiry({ name: typed, company: typed, phone: typed, team: typed, start: typed, message: typed }),
    );

    expect(notice.mail.html).not.toMatch(/<script|<img|<svg|<b>/);
    expect(notice.mail.text?.split(typed)).toHaveLength(7);
  },
);

test("addresses in a message do not become links", async () => {
  const { notice } = await mailsFor(contact({ message: "See https://evil.test and write to x@evil.test" }));

  expect(notice.mail.html).toContain("https://evil.test");
  expect(notice.mail.html).not.toMatch(/href="(?!mailto:Ana@)[^"]*evil/);
});

test.each(["{{email}}", "${7*7}", "%s", "{name}", "{ref}"])("%s is never filled in", async (typed) => {
  const { notice } = await mailsFor(contact({ name: typed, message: typed }));

  expect(notice.mail.subject?.endsWith(`Message from ${typed}`)).toBe(true);
  expect(notice.mail.text).toContain(`Name: ${typed}\n`);
  expect(notice.mail.text?.startsWith(`${typed}\n`)).toBe(true);
});

test.each([
  ["\n.\n a", "."],
  ["one\r.\rtwo", "one\n.\ntwo"],
  ["x".repeat(4_000), "x".repeat(4_000)],
])("the message %j arrives once and whole", async (typed, expected) => {
  const { notice } = await mailsFor(contact({ message: typed }));

  expect(notice.mail.text).toContain(expected);
  expect(Math.max(...notice.source.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
});

test("an amendment answers the notice that the same person has, not a colleague's", async () => {
  const { desk, clock } = await deskForTests({ leadsTo: ["ana@dreamcode.test", "beto@dreamcode.test"] });
  const smtp = await smtpForTests();
  const key = "the-same-form";
  for (const message of ["Two engineers.", "Three engineers."]) {
    await submitLead(contact({ message }, { key }), desk);
    await deliverDue(deliveryTo(smtp.url, desk));
    clock.pass(60);
  }
  for (const colleague of desk.leadsTo) {
    const [first, amendment] = smtp.mails.filter(({ to }) => to[0] === colleague);
    expect(amendment?.mail.inReplyTo).toBe(first?.mail.messageId);
  }
});

test("a server has a minute for its answer to the first attempt, and its own time for each after it", async () => {
  const { desk, clock } = await deskForTests();
  const smtp = await smtpForTests({ onRcptTo: refuseCommand(451) });
  const delivery = deliveryTo(smtp.url, desk);
  const given: (number | undefined)[] = [];
  const mailer: DeliveryDesk["mailer"] = {
    ...delivery.mailer,
    send(mail, signal, replyMs) {
      given.push(replyMs);
      return delivery.mailer.send(mail, signal, replyMs);
    },
  };
  await submitLead(newsletter({ email: "sales@dreamcode.test" }), desk);
  for (let times = 0; times < 2; times++) {
    await deliverDue({ ...delivery, mailer });
    clock.pass(60);
  }
  expect(given).toEqual([60_000, undefined]);
});

test.each([
  [
    "en",
    "Hours we share: 10:00\u00a0a.m. to 6:00\u00a0p.m. in New York, which is 9:00\u00a0a.m. to 5:00\u00a0p.m. in Colombia",
    "We answer within a day.",
    "To add something, reply to this email.",
  ],
  [
    "es",
    "Horas en común: De 10:00 a 18:00 en Nueva York, es decir, de 9:00 a 17:00 en Colombia",
    "Respondemos en un día.",
    "Si quiere agregar algo, responda este correo.",
  ],
] as const)(
  "the receipt in %s says by when, how to add something, and when both are at work",
  async (locale, ...said) => {
    // In November New York keeps the hours of Colombia; a day in summer is an hour ahead.
    const { receipt } = await mailsFor(inquiry({ zone: "America/New_York" }, { locale }), {
      now: () => new Date("2026-07-21T12:00:00.000Z"),
    });
    for (const sentence of said) {
      expect(receipt?.mail.text).toContain(sentence);
      for (const part of sentence.split(": ")) expect(receipt?.mail.html).toContain(part);
    }
  },
);

test("no receipt promises a day that the company does not name, an answer that nobody reads, or hours that are not shared", async () => {
  const { receipt } = await mailsFor(inquiry({ zone: "Asia/Tokyo" }), {
    replyPromise: undefined,
    answersTo: undefined,
  });
  expect(receipt?.mail.text).not.toMatch(/within|add something|share/);
  const { receipt: signUp } = await mailsFor(newsletter());
  expect(signUp?.mail.text).not.toMatch(/within a day|add something/);
});

test("an international address is answered, and gets its receipt", async () => {
  const { notice, receipt } = await mailsFor(contact({ email: "jose@ñandú.co" }));

  expect(notice.source).toContain("jose@xn--and-6ma2c.co");
  expect(notice.mail.replyTo).toHaveLength(1);
  expect(receipt?.source).toMatch(/^To: jose@xn--and-6ma2c\.co\r$/m);
});

test.each([
  ["ana@company.com", "If you answer this email, it goes to the visitor."],
  ["jürgen@company.com", "An answer to this email does not reach the visitor. Write to jürgen@company.com instead."],
])("once refused, the notice about %s says what of it is left out", async (email, answer) => {
  const { desk } = await deskForTests();
  const smtp = await smtpForTests();
  await submitLead(contact({ email }, { attribution: { first: { ref: "ana" }, last: {} } }), desk);
  await desk.store.db.updateTable("outbox").set({ safe_form: 1 }).execute();
  await deliverDue(deliveryTo(smtp.url, desk));

  const { mail } = smtp.mails.find(({ mail }) => mail.messageId?.includes(".notify.")) ?? {};
  expect(mail?.text).toContain(answer);
  expect(mail?.text).not.toContain("attached file");
  expect(mail?.attachments).toEqual([]);
  expect(mail?.replyTo ?? []).toHaveLength(email.startsWith("ana") ? 1 : 0);
});

test.each(["sales@dreamcode.test", "postmaster@company.com", "MAILER-DAEMON@company.com"])(
  "%s is heard, and gets no receipt",
  async (email) => {
    const { receipt } = await mailsFor(contact({ email }));

    expect(receipt).toBeUndefined();
  },
);

test.each([
  ["an inquiry", inquiry(), "staff-augmentation@tiles"],
  ["a message", contact(), "dreamcode@tiles"],
])("both mails about %s have its pattern at the head", async (_name, submission, cid) => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const { notice, receipt } = await mailsFor(submission, { findPicture: (slug) => ({ cid: `${slug}@tiles`, png }) });

  for (const { mail } of [notice, receipt].filter((received) => received !== undefined)) {
    expect(mail.html?.match(/<img [^>]*>/g)).toEqual([expect.stringContaining(`src="cid:${cid}" alt=""`)]);
    expect(mail.attachments).toMatchObject([{ contentId: `<${cid}>` }]);
  }
  expect(receipt).toBeDefined();
});

test("mails about an inquiry whose service has no pattern have the site's", async () => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const { notice, receipt } = await mailsFor(inquiry(), {
    findPicture: (slug) => (slug === "dreamcode" ? { cid: "dreamcode@tiles", png } : undefined),
  });
  for (const mail of [notice.mail, receipt?.mail])
    expect(mail?.attachments).toMatchObject([{ contentId: "<dreamcode@tiles>" }]);
});

test("a mail whose picture cannot be found goes out without it", async () => {
  const { notice, receipt } = await mailsFor(inquiry(), {
    findPicture: (slug) => findMailTiles(slug, "/no/such/folder"),
  });

  expect(notice.mail.attachments).toEqual([]);
  expect(`${notice.mail.html} ${receipt?.mail.html}`).not.toContain("<img");
});

async function mailsFor(submission: LeadSubmission, changes: Partial<DeliveryDesk> = {}) {
  const { desk, reported } = await deskForTests();
  const smtp = await smtpForTests();
  const submitted = await submitLead(submission, desk);
  await deliverDue({ ...deliveryTo(smtp.url, desk), ...changes });

  expect(reported).toEqual([]);
  const [notice, ...others] = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".notify."));
  const [receipt, ...more] = smtp.mails.filter(({ mail }) => mail.messageId?.includes(".receipt."));
  if (!notice || others.length > 0 || more.length > 0) throw new Error("There should be one notice");
  return { notice, receipt, ref: submitted.status === "received" ? submitted.ref : "" };
}

type Received = Awaited<ReturnType<typeof smtpForTests>>["mails"][number];

function attachedText({ mail }: Received): string | undefined {
  const content = mail.attachments.find(({ filename }) => filename?.endsWith(".txt"))?.content;
  return content instanceof ArrayBuffer ? new TextDecoder().decode(content) : undefined;
}

function header(received: Received | undefined, name: string): string | undefined {
  return received?.mail.headers.find(({ key }) => key === name)?.value;
}
