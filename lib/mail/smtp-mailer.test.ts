import { lookup } from "node:dns/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { certificateForTests } from "./certificates-for-tests.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { headerText } from "./header-text.ts";
import type { Mail } from "./mail.ts";
import { refuseCommand, refuseMessage, smtpError, smtpForTests } from "./smtp-for-tests.ts";
import { type Mailer, smtpMailer } from "./smtp-mailer.ts";

const never = new AbortController().signal;

const headersOfOurs = ["from", "to", "reply-to", "subject", "message-id", "date", "x-lead-ref"];
headersOfOurs.push("mime-version", "content-type");

test("a mail arrives as it was written", async () => {
  const smtp = await smtpForTests();

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toEqual({
    class: "sent",
    code: 250,
    reply: "250 2.6.0",
  });

  const [received] = smtp.mails;
  expect(received).toMatchObject({ from: "hello@dreamcode.test", to: ["sales@dreamcode.test"] });
  expect(received?.mail).toMatchObject({
    from: { name: "DreamCode", address: "hello@dreamcode.test" },
    to: [{ name: "", address: "sales@dreamcode.test" }],
    replyTo: [{ name: "Ana Torres", address: "ana@company.com" }],
    subject: "[K7QD2] Message from Ana Torres",
    messageId: "<K7QD2.notify.01234567@www.dreamcode.test>",
    text: "Text.\n",
    html: "<p>Text.</p>\n",
  });
  // format=flowed, which nodemailer would choose, comes out ragged where it is not known.
  expect(received?.source.match(/^Content-Transfer-Encoding: quoted-printable\r$/gm)).toHaveLength(2);
});

test("a picture travels inside the mail, beside its two texts", async () => {
  const smtp = await smtpForTests();
  const png = Buffer.from("89504e470d0a1a0a", "hex");

  await mailerTo(smtp.url).send(mailWith({ picture: { cid: "cloud@tiles", png } }), never);

  expect(smtp.mails[0]?.mail).toMatchObject({ text: "Text.\n", html: "<p>Text.</p>\n" });
  expect(smtp.mails[0]?.mail.attachments).toMatchObject([
    { contentId: "<cloud@tiles>", mimeType: "image/png", disposition: "inline", related: true },
  ]);
  const [picture] = smtp.mails[0]?.mail.attachments ?? [];
  expect(picture && Buffer.from(picture.content as ArrayBuffer)).toEqual(png);
});

test("a recipient is one address, whatever is in it", async () => {
  const smtp = await smtpForTests();

  await mailerTo(smtp.url).send(mailWith({ to: "Ana <ana@company.com>, x@evil.test" }), never);

  expect(smtp.mails.flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
});

test("whatever was typed, the headers are ours, the mail goes where we say, and no line is too long", async () => {
  const smtp = await smtpForTests();
  const mailer = mailerTo(smtp.url);
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3000 }),
    fc
      .array(
        fc.constantFrom("\r\n", "\n", "\r", "\0", "Bcc: x@evil.test", "\r\n\r\n", ".", ",", "<x@evil.test>", '"', "é"),
      )
      .map((parts) => parts.join("")),
  );

  const mails = fc.array(fc.record({ subject: typed, name: typed, address: typed, text: typed }), { maxLength: 40 });

  await fc.assert(
    fc.asyncProperty(mails, async (batch) => {
      smtp.mails.length = 0;
      const outcomes = await Promise.all(
        batch.map(({ subject, name, address, text }) =>
          mailer.send(
            mailWith({ subject, replyTo: { name, address: `${address}@company.com` }, text: `.${text}`, html: text }),
            never,
          ),
        ),
      );

      expect(outcomes.filter((outcome) => outcome.class !== "sent")).toEqual([]);
      expect(smtp.mails).toHaveLength(batch.length);
      for (const { to, mail, source } of smtp.mails) {
        expect(to).toEqual(["sales@dreamcode.test"]);
        expect(mail.to).toEqual([{ name: "", address: "sales@dreamcode.test" }]);
        expect(mail.replyTo?.length ?? 0).toBeLessThanOrEqual(1);
        expect(longestLine(source)).toBeLessThanOrEqual(998);
        expect(`${mail.subject} ${mail.replyTo?.[0]?.name}`).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        const names = mail.headers.map(({ key }) => key);
        expect(names.filter((name) => ![...headersOfOurs, "content-transfer-encoding"].includes(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test.each([
  ["=?UTF-8?B?SGVsbG8=?="],
  ["=?utf-8?q?Hello?="],
  ["=?UTF-8?B?4oCuZ3BqLmV4ZQ==?="],
  ["=?UTF-8?Q?a=0D=0ABcc:_x@evil.test?="],
  ["=?UTF-8?B?YQ0KQmNjOiB4QGV2aWwudGVzdA==?="],
  ["=?us-ascii*en?Q?a?="],
  ["=?nonsense?X?a?="],
  ["=?UTF-8?Q?a b?="],
  ["Ana =?UTF-8?Q?a?= =?UTF-8?Q?b?= Torres"],
  ["José =?UTF-8?Q?a?="],
  ['"=?UTF-8?Q?a?=" <x@evil.test>'],
  ["=\u200b?UTF-8?Q?a?="],
  ["=?\r\n =?UTF-8?Q?a?="],
  ["=?"],
  [`${"x".repeat(60)} =?UTF-8?Q?${"y".repeat(50)}?=`],
])("%j as a name and in a subject is read as it was typed", async (typed) => {
  const smtp = await smtpForTests();
  const name = headerText(typed);

  await mailerTo(smtp.url).send(
    mailWith({
      subject: typed,
      from: { name: typed, address: "hello@dreamcode.test" },
      replyTo: { name: typed, address: "ana@company.com" },
    }),
    never,
  );

  expect(smtp.mails[0]?.mail).toMatchObject({
    subject: name,
    from: { name, address: "hello@dreamcode.test" },
    replyTo: [{ name, address: "ana@company.com" }],
  });
  // Not between quotes, where one reader decodes and the next one does not.
  expect(smtp.mails[0]?.source).not.toMatch(/"[^"]*=\?[^"]*"/);
});

test("whatever looks like an encoded word is read as it was typed", async () => {
  const charset = fc.constantFrom("UTF-8", "utf-8", "us-ascii", "ISO-8859-1*en", "x");
  const encoding = fc.constantFrom("Q", "q", "B", "b", "X");
  const content = fc.constantFrom("a", "=0D=0ABcc:_x", "4oCu", "DQpC", "=E2=80=AE", "a b", "");
  const word = fc.tuple(charset, encoding, content).map((parts) => `=?${parts.join("?")}?=`);
  const piece = fc.constantFrom("=?", "?=", " ", "  ", "\r\n", "\r\n ", "=", "?", "_", "a", '"', "é", "李", "\u202e");
  const typed = fc.array(fc.oneof(word, piece), { maxLength: 12 }).map((parts) => `${parts.join("")}.`);
  const smtp = await smtpForTests();
  const mailer = mailerTo(smtp.url);

  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ subject: typed, name: typed }), { maxLength: 20 }), async (batch) => {
      smtp.mails.length = 0;
      for (const { subject, name } of batch) {
        await mailer.send(mailWith({ subject, replyTo: { name, address: "ana@company.com" } }), never);
      }

      const read = smtp.mails.map(({ mail }) => ({ subject: mail.subject, name: mail.replyTo?.[0]?.name }));
      expect(read).toEqual(
        batch.map(({ subject, name }) => ({ subject: headerText(subject), name: headerText(name) })),
      );
      for (const { mail, source } of smtp.mails) {
        expect(mail.headers.map(({ key }) => key).toSorted()).toEqual(headersOfOurs.toSorted());
        expect(longestLine(source)).toBeLessThanOrEqual(998);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test.each([[".\r\n"], ["\n.\n"], ["a\n.\nb"], ["a\r.\rb"], ["..\n...\n.a"], ["a\rb\nc\r\nd"]])(
  "the text %j is one mail, with its dots",
  async (text) => {
    const smtp = await smtpForTests();

    await mailerTo(smtp.url).send(mailWith({ text }), never);

    expect(smtp.mails).toHaveLength(1);
    const lines = (value: string | undefined) => value?.replace(/\r\n?/g, "\n").trimEnd();
    expect(lines(smtp.mails[0]?.mail.text)).toBe(lines(text));
  },
);

test("a line of 50,000 characters is broken for the way and whole on arrival", async () => {
  const smtp = await smtpForTests();
  const text = "palabra ñ ".repeat(5_000);

  await mailerTo(smtp.url).send(mailWith({ text }), never);

  expect(longestLine(smtp.mails[0]?.source)).toBeLessThanOrEqual(998);
  expect(smtp.mails[0]?.mail.text?.trimEnd()).toBe(text.trimEnd());
});

test("an international domain travels as punycode", async () => {
  const smtp = await scriptedServer();

  await mailerTo(smtp.url).send(
    mailWith({ to: "jose@ñandú.co", replyTo: { name: "", address: "jose@ñandú.co" } }),
    never,
  );

  expect(smtp.heard()).toContain("RCPT TO:<jose@xn--and-6ma2c.co>\r\n");
  expect(smtp.heard()).toMatch(/^Reply-To: jose@xn--and-6ma2c.co\r$/m);
});

type Row = [what: string, server: ServerOptions | Record<string, string>, outcome: Partial<DeliveryOutcome>];
type ServerOptions = Parameters<typeof smtpForTests>[0];

test.each<Row>([
  ["greeting 421", { onConnect: refuseCommand(421) }, { class: "transient", code: 421, reply: "EPROTOCOL CONN 421" }],
  [
    "greeting 554",
    { onConnect: refuseCommand(554) },
    {
      class: "configuration",
      code: 554,
      reply: "EPROTOCOL CONN 554: 127.0.0.1 refuses to take mail from this machine",
    },
  ],
  ["sender 451", { onMailFrom: refuseCommand(451) }, { class: "transient", code: 451 }],
  [
    "sender 553",
    { onMailFrom: refuseCommand(553) },
    {
      class: "configuration",
      code: 553,
      reply: "EENVELOPE MAIL FROM 553 5.1.3: 127.0.0.1 refuses MAIL_FROM as the sender",
    },
  ],
  [
    "recipient 530",
    { onRcptTo: refuseCommand(530) },
    { class: "refused", code: 530, reply: "EENVELOPE RCPT TO 530 5.7.0" },
  ],
  [
    "sender 530",
    { onMailFrom: refuseCommand(530) },
    {
      class: "configuration",
      reply: "EENVELOPE MAIL FROM 530 5.7.0: 127.0.0.1 wants a login, or TLS, before it takes mail",
    },
  ],
  ["recipient 451", { onRcptTo: refuseCommand(451) }, { class: "transient", code: 451 }],
  [
    "recipient 550",
    { onRcptTo: refuseCommand(550) },
    { class: "permanent", code: 550, reply: "EENVELOPE RCPT TO 550 5.1.1" },
  ],
  [
    "message 450",
    { onMessage: refuseMessage(450) },
    { class: "transient", code: 450, reply: "EMESSAGE DATA 450 4.2.1" },
  ],
  ["message 552", { onMessage: refuseMessage(552) }, { class: "permanent", code: 552 }],
  ["message 554", { onMessage: refuseMessage(554) }, { class: "content", code: 554, reply: "EMESSAGE DATA 554 5.6.0" }],
])(
  "an answer of %s is told in codes and words of ours, and classed by what it is about",
  async (_what, behaviour, expected) => {
    const smtp = await smtpForTests(behaviour);

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject(expected);
  },
);

test("a wrong password is our trouble, not the lead's", async () => {
  const smtp = await smtpForTests({
    authOptional: false,
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, answer) => answer(smtpError(535)),
  });

  expect(await mailerTo(withLogin(smtp.url)).send(mailWith({}), never)).toEqual({
    class: "configuration",
    code: 535,
    reply: "EAUTH AUTH PLAIN 535 5.7.8: 127.0.0.1 refuses the user and password of SMTP_URL",
  });
});

test("a login that is refused for the moment is tried again", async () => {
  const smtp = await smtpForTests({
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, answer) => answer(smtpError(454)),
  });

  expect(await mailerTo(withLogin(smtp.url)).send(mailWith({}), never)).toMatchObject({ class: "transient" });
});

test("a server that knows no login gets no mail without one", async () => {
  const smtp = await smtpForTests();

  expect(await mailerTo(withLogin(smtp.url)).send(mailWith({}), never)).toMatchObject({
    class: "configuration",
    reply: expect.stringMatching(/^EAUTH AUTH PLAIN 500 5\.5\.2: 127\.0\.0\.1 knows no login with user and password$/),
  });
  expect(smtp.mails).toEqual([]);
});

test("a login is made on this machine without TLS, and elsewhere after it", async () => {
  const users: (string | undefined)[] = [];
  const smtp = await smtpForTests({
    disabledCommands: ["STARTTLS"],
    onAuth(auth, _session, answer) {
      users.push(`${auth.username} ${auth.password}`);
      answer(null, { user: "site" });
    },
  });
  const { key, cert } = await certificateForTests();
  const secured = await smtpForTests({
    disabledCommands: [],
    key,
    cert,
    onAuth(auth, session, answer) {
      users.push(`${auth.username} ${auth.password} ${session.secure}`);
      answer(null, { user: "site" });
    },
  });

  expect(await mailerTo(withLogin(smtp.url)).send(mailWith({}), never)).toMatchObject({ class: "sent" });
  expect(await mailerTo(withLogin(secured.url)).send(mailWith({}), never)).toMatchObject({ class: "sent" });

  expect(users).toEqual(["site hunter2", "site hunter2 true"]);
});

const noTls =
  "offers no TLS, so the password was not sent. Try smtps://; a server without any TLS needs ?ignoreTLS=true";

// The same for somebody in between who takes STARTTLS out, answers it, or speaks on in clear.
test.each<[what: string, answers: Record<string, string>, reply: string]>([
  ["offers no STARTTLS", { EHLO: "250 AUTH PLAIN LOGIN" }, `ETLS STARTTLS 502: 0.0.0.0 ${noTls}`],
  [
    "offers STARTTLS and a login, and refuses the first",
    { EHLO: "250-AUTH PLAIN\r\n250 STARTTLS", STARTTLS: "454 4.7.0 later" },
    `ETLS STARTTLS 454 4.7.0: 0.0.0.0 ${noTls}`,
  ],
  ["knows no EHLO", { EHLO: "502 no" }, `ECONNECTION EHLO 502: 0.0.0.0 ${noTls}`],
  [
    "speaks on in clear after STARTTLS",
    { EHLO: "250-AUTH PLAIN\r\n250 STARTTLS", STARTTLS: "220 go on\r\n250-go on\r\n250 AUTH PLAIN" },
    "ESOCKET CONN: 0.0.0.0 and this machine agree on no TLS (ERR_SSL_WRONG_VERSION_NUMBER)",
  ],
])("no password and no mail goes to a server elsewhere that %s", async (_what, answers, reply) => {
  const smtp = await scriptedServer({ STARTTLS: "502 no", AUTH: "235 ok", DATA: "354 go on", ...answers });

  expect(await mailerTo(withLogin(elsewhere(smtp.url))).send(mailWith({}), never)).toMatchObject({
    class: "configuration",
    reply,
  });
  expect(smtp.heard()).not.toMatch(/AUTH|MAIL FROM/);
});

test("a password goes out in clear when SMTP_URL says so", async () => {
  const smtp = await scriptedServer({
    EHLO: "250-STARTTLS\r\n250 AUTH PLAIN",
    AUTH: "235 ok",
    DATA: "354 go on\r\n250 ok",
  });
  const url = `${withLogin(elsewhere(smtp.url))}?ignoreTLS=true`;

  expect(await mailerTo(url).send(mailWith({}), never)).toMatchObject({ class: "sent" });
  expect(smtp.heard()).toMatch(/AUTH PLAIN/);
  expect(smtp.heard()).not.toMatch(/STARTTLS/);
});

test("without a password, a server elsewhere may do without TLS", async () => {
  const smtp = await smtpForTests();

  expect(await mailerTo(elsewhere(smtp.url)).send(mailWith({}), never)).toMatchObject({ class: "sent" });
});

test.each([
  ["the sender", { MAIL: "550 5.7.1 no" }, { class: "configuration", reply: /^EENVELOPE MAIL FROM 550 5\.7\.1: / }],
  ["the recipient", { RCPT: "550 5.1.1 no" }, { class: "permanent", reply: /^EENVELOPE RCPT TO 550 5\.1\.1$/ }],
  [
    "the recipient for now",
    { RCPT: "450 4.2.1 later" },
    { class: "transient", reply: /^EENVELOPE RCPT TO 450 4\.2\.1$/ },
  ],
])(
  "a server that refuses %s, asks for the message all the same and then says nothing is believed",
  async (_whom, answers, expected) => {
    const smtp = await scriptedServer({ EHLO: "250 PIPELINING", DATA: "354 go on", ".": "", ...answers });

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({
      ...expected,
      reply: expect.stringMatching(expected.reply),
    });
  },
);

test("a server that offers no encryption after all is our trouble too", async () => {
  const smtp = await scriptedServer({ EHLO: "250 STARTTLS", STARTTLS: "500 no" });

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({
    class: "configuration",
    reply: "ETLS STARTTLS 500: 127.0.0.1 offers TLS and then refuses it. Try smtps://",
  });
});

test("a server that is about to stop when it is asked for TLS is tried again", async () => {
  const smtp = await scriptedServer({ EHLO: "250 STARTTLS", STARTTLS: "421 closing" });

  expect(await mailerTo(withLogin(elsewhere(smtp.url))).send(mailWith({}), never)).toMatchObject({
    class: "transient",
  });
});

describe.each([
  ["smtps://", { secure: true }],
  ["smtp:// and STARTTLS", { secure: false, disabledCommands: [] }],
])("over %s", (_way, behaviour) => {
  test.each([
    ["expired", "has expired"],
    ["early", "is not valid yet, or the clock of this machine is wrong"],
    ["self-signed", "is signed by itself and not by an authority"],
    ["other name", "is for another name"],
    [
      "unknown authority",
      "comes from an authority that this machine does not know, or the server does not send the certificates in between",
    ],
  ] as const)("a certificate that is wrong (%s) is our trouble, in words", async (wrong, words) => {
    const smtp = await smtpForTests({ ...behaviour, ...(await certificateForTests(wrong)) });

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toEqual({
      class: "configuration",
      code: null,
      reply: `ESOCKET CONN: the certificate of 127.0.0.1 ${words}`,
    });
    expect(smtp.mails).toEqual([]);
  });

  test("a right certificate is believed", async () => {
    const smtp = await smtpForTests({ ...behaviour, ...(await certificateForTests()) });

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({ class: "sent" });
  });

  test("a wrong certificate is believed by no variable of Node's either", async () => {
    const smtp = await smtpForTests({ ...behaviour, ...(await certificateForTests("self-signed")) });
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({ class: "configuration" });
  });
});

test("a server that speaks an older TLS than this machine is our trouble", async () => {
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
  const smtp = await smtpForTests({ secure: true, ...(await certificateForTests()), ...old });

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({
    class: "configuration",
    reply: expect.stringMatching(/^ESOCKET CONN: 127\.0\.0\.1 and this machine agree on no TLS \(ERR_SSL_\w+\)$/),
  });
});

test("smtps:// on a port without TLS is our trouble", async () => {
  const smtp = await smtpForTests();

  expect(await mailerTo(smtp.url.replace("smtp:", "smtps:")).send(mailWith({}), never)).toEqual({
    class: "configuration",
    code: null,
    reply: `ESOCKET CONN: port ${smtp.port} of 127.0.0.1 does not speak TLS: smtps:// is for port 465, smtp:// for 587`,
  });
});

test("smtp:// on a port that begins with TLS is our trouble", async () => {
  const smtp = await smtpForTests({ secure: true, ...(await certificateForTests()) });

  expect(await mailerTo(smtp.url.replace("smtps:", "smtp:")).send(mailWith({}), never)).toEqual({
    class: "configuration",
    code: null,
    reply: `ETIMEDOUT CONN: port ${smtp.port} of 127.0.0.1 begins with TLS, so it needs smtps://`,
  });
}, 45_000);

test.each(["SSH-2.0-OpenSSH_10.0", "* OK IMAP4rev1 ready", "+OK POP3 ready"])(
  "what greets with %j is no mail server, which is our trouble",
  async (greeting) => {
    const smtp = await scriptedServer({}, greeting);

    expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({
      class: "configuration",
      reply: expect.stringMatching(/^EPROTOCOL CONN: what answers on port \d+ of 127\.0\.0\.1 is not a mail server$/),
    });
  },
);

test.each([
  ["before a word", (socket: Socket) => socket.destroy()],
  ["in the middle of the handshake", (socket: Socket) => socket.once("data", () => socket.resetAndDestroy())],
])(
  "a server behind a proxy that hangs up %s may just be down: it is tried again over TLS, too",
  async (_when, hangUp) => {
    const server = createServer(hangUp);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as AddressInfo;

    expect(await mailerTo(`smtps://127.0.0.1:${port}`).send(mailWith({}), never)).toEqual({
      class: "transient",
      code: null,
      reply: "ESOCKET CONN",
    });
  },
);

test("a server that is not there is tried again", async () => {
  const smtp = await smtpForTests();
  await smtp.close();

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toEqual({
    class: "transient",
    code: null,
    reply: "ESOCKET CONN",
  });
});

test("a server whose name is not known is our trouble, once a name server has said so", async () => {
  const host = "mail.nowhere.invalid";
  const said = await lookup(host).catch(({ code }) => code);

  expect(await mailerTo(`smtp://${host}`).send(mailWith({}), never)).toEqual(
    said === "ENOTFOUND"
      ? { class: "configuration", code: null, reply: `EDNS CONN: there is no host of the name ${host}` }
      : { class: "transient", code: null, reply: "EDNS CONN" },
  );
});

test("a server that takes the connection and never greets is tried again", async () => {
  const server = createServer((socket) => socket.on("error", () => socket.destroy())).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  expect(await mailerTo(url).send(mailWith({}), never)).toEqual({
    class: "transient",
    code: null,
    reply: "ETIMEDOUT CONN",
  });
}, 45_000);

test.each([
  ["offers SMTPUTF8: it arrives", false, { class: "sent" }, 1],
  ["does not: it is given up", true, { class: "permanent", reply: "no SMTPUTF8" }, 0],
])("an address with an accent before the @, and a server that %s", async (_what, hideSMTPUTF8, outcome, mails) => {
  const smtp = await smtpForTests({ hideSMTPUTF8 });

  expect(await mailerTo(smtp.url).send(mailWith({ to: "josé@company.com" }), never)).toMatchObject(outcome);
  expect(smtp.mails).toHaveLength(mails);
});

test("an address with an accent that a server refuses by MAIL FROM, although it knows SMTPUTF8, stops no other mail", async () => {
  const smtp = await scriptedServer({ EHLO: "250 SMTPUTF8", MAIL: "553 5.6.7 no way on for it" });

  expect(await mailerTo(smtp.url).send(mailWith({ to: "josé@company.com" }), never)).toMatchObject({
    class: "permanent",
    code: 553,
  });
  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toMatchObject({ class: "configuration" });
});

test.each([
  ["before it asks for the message: nothing arrived", "hang up", "transient"],
  ["after it asked for the message: nobody can say", "354 go on\r\nhang up", "ambiguous"],
  ["after it took DATA with another number, as some do", "250 go on\r\nhang up", "ambiguous"],
])("a server hangs up %s", async (_what, answer, expected) => {
  const smtp = await scriptedServer({ DATA: answer });

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toEqual({
    class: expected,
    code: null,
    reply: "ECONNECTION CONN",
  });
});

test("a mailbox that is full is said before the message as well, and is not our trouble", async () => {
  const smtp = await scriptedServer({ DATA: "552 5.2.2 Mailbox full" });

  expect(await mailerTo(smtp.url).send(mailWith({}), never)).toEqual({
    class: "permanent",
    code: 552,
    reply: "EENVELOPE DATA 552 5.2.2",
  });
});

test("a server that falls silent before it asks for the message is given up, and not one that takes its time with it", async () => {
  const silent = await smtpForTests({ onRcptTo: () => undefined });
  expect(await mailerTo(silent.url).send(mailWith({}), never, 200)).toEqual({
    class: "transient",
    code: null,
    reply: "ETIMEDOUT RCPT TO",
  });

  const asked = Promise.withResolvers<void>();
  const slow = await smtpForTests({ onMessage: () => asked.promise });
  const sent = mailerTo(slow.url).send(mailWith({}), never, 200);
  setTimeout(() => asked.resolve(), 600);
  expect(await sent).toMatchObject({ class: "sent" });
});

test("a conversation is cut when the signal says so", async () => {
  const cut = new AbortController();
  const smtp = await smtpForTests({ onMessage: () => cut.abort() });

  expect(await mailerTo(smtp.url).send(mailWith({}), cut.signal)).toEqual({
    class: "ambiguous",
    code: null,
    reply: "EABORT",
  });
});

function mailWith(changes: Partial<Mail>): Mail {
  return {
    messageId: "<K7QD2.notify.01234567@www.dreamcode.test>",
    from: { name: "DreamCode", address: "hello@dreamcode.test" },
    to: "sales@dreamcode.test",
    replyTo: { name: "Ana Torres", address: "ana@company.com" },
    subject: "[K7QD2] Message from Ana Torres",
    headers: { "X-Lead-Ref": "K7QD2" },
    text: "Text.",
    html: "<p>Text.</p>",
    ...changes,
  };
}

/** A server that says what it is told to say, and 250 otherwise. */
async function scriptedServer(answers: Record<string, string> = { DATA: "354 go on" }, greeting = "220 ready") {
  let heard = "";
  const server = createServer((socket) => {
    socket.write(`${greeting}\r\n`);
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      heard += data;
      // With PIPELINING the sender, the recipient and DATA come together.
      const commands = data
        .toString()
        .trim()
        .split(/\r\n(?=RCPT|DATA)/);
      for (const said of commands) {
        const answer = answers[said] ?? answers[said.split(" ")[0] ?? ""] ?? "250 ok";
        const isLast = answer.endsWith("hang up");
        socket.write(answer.replace("hang up", "") + (isLast ? "" : "\r\n"));
        if (isLast) socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return { url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, heard: () => heard };
}

function withLogin(url: string): string {
  return url.replace("//", "//site:hunter2@");
}

/** This machine under an address by which it does not know itself: all that a test can reach. */
function elsewhere(url: string): string {
  return url.replace("127.0.0.1", "0.0.0.0");
}

function longestLine(source = ""): number {
  return Math.max(...source.split("\r\n").map((line) => Buffer.byteLength(line)));
}

function mailerTo(url: string): Mailer {
  return smtpMailer({ url, oauth: undefined });
}
