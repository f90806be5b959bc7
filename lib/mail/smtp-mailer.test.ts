import { createServer } from "node:net";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { Mail } from "./mail.ts";
import { refuseCommand, refuseMessage, smtpError, smtpForTests } from "./smtp-for-tests.ts";
import { smtpMailer } from "./smtp-mailer.ts";

const never = new AbortController().signal;

test("a mail arrives as it was written", async () => {
  const smtp = await smtpForTests();

  expect(await smtpMailer(smtp.url).send(mailWith({}), never)).toEqual({
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

  await smtpMailer(smtp.url).send(mailWith({ picture: { cid: "cloud@tiles", png } }), never);

  expect(smtp.mails[0]?.mail).toMatchObject({ text: "Text.\n", html: "<p>Text.</p>\n" });
  expect(smtp.mails[0]?.mail.attachments).toMatchObject([
    { contentId: "<cloud@tiles>", mimeType: "image/png", disposition: "inline", related: true },
  ]);
  const [picture] = smtp.mails[0]?.mail.attachments ?? [];
  expect(picture && Buffer.from(picture.content as ArrayBuffer)).toEqual(png);
});

test("a recipient is one address, whatever is in it", async () => {
  const smtp = await smtpForTests();

  await smtpMailer(smtp.url).send(mailWith({ to: "Ana <ana@company.com>, x@evil.test" }), never);

  expect(smtp.mails.flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
});

test("whatever was typed, the headers are ours, the mail goes where we say, and no line is too long", async () => {
  const ours = ["from", "to", "reply-to", "subject", "message-id", "date", "x-lead-ref"];
  ours.push("mime-version", "content-type", "content-transfer-encoding");
  const smtp = await smtpForTests();
  const mailer = smtpMailer(smtp.url);
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
        expect(names.filter((name) => !ours.includes(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test.each([[".\r\n"], ["\n.\n"], ["a\n.\nb"], ["a\r.\rb"], ["..\n...\n.a"], ["a\rb\nc\r\nd"]])(
  "the text %j is one mail, with its dots",
  async (text) => {
    const smtp = await smtpForTests();

    await smtpMailer(smtp.url).send(mailWith({ text }), never);

    expect(smtp.mails).toHaveLength(1);
    const lines = (value: string | undefined) => value?.replace(/\r\n?/g, "\n").trimEnd();
    expect(lines(smtp.mails[0]?.mail.text)).toBe(lines(text));
  },
);

test("a line of 50,000 characters is broken for the way and whole on arrival", async () => {
  const smtp = await smtpForTests();
  const text = "palabra ñ ".repeat(5_000);

  await smtpMailer(smtp.url).send(mailWith({ text }), never);

  expect(longestLine(smtp.mails[0]?.source)).toBeLessThanOrEqual(998);
  expect(smtp.mails[0]?.mail.text?.trimEnd()).toBe(text.trimEnd());
});

test("an international domain travels as punycode", async () => {
  const smtp = await scriptedServer();

  await smtpMailer(smtp.url).send(
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
    { class: "configuration", code: 554, reply: "EPROTOCOL CONN 554" },
  ],
  ["sender 451", { onMailFrom: refuseCommand(451) }, { class: "transient", code: 451 }],
  [
    "sender 553",
    { onMailFrom: refuseCommand(553) },
    { class: "configuration", code: 553, reply: "EENVELOPE MAIL FROM 553 5.1.3" },
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
  ["message 552", { onMessage: refuseMessage(552) }, { class: "content", code: 552 }],
  ["message 554", { onMessage: refuseMessage(554) }, { class: "content", code: 554, reply: "EMESSAGE DATA 554 5.6.0" }],
])("an answer of %s is told in codes alone, and classed by what it is about", async (_what, behaviour, expected) => {
  const smtp = await smtpForTests(behaviour);

  expect(await smtpMailer(smtp.url).send(mailWith({}), never)).toMatchObject(expected);
});

test("a wrong password is our trouble, not the lead's", async () => {
  const smtp = await smtpForTests({
    authOptional: false,
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, answer) => answer(smtpError(535)),
  });
  const url = smtp.url.replace("//", "//site:wrong@");

  expect(await smtpMailer(url).send(mailWith({}), never)).toMatchObject({ class: "configuration", code: 535 });
});

test("a server that offers no encryption after all is our trouble too", async () => {
  const smtp = await scriptedServer({ EHLO: "250 STARTTLS", STARTTLS: "500 no" });

  expect(await smtpMailer(smtp.url).send(mailWith({}), never)).toMatchObject({ class: "configuration" });
});

test("a server that is not there is tried again", async () => {
  const smtp = await smtpForTests();
  await smtp.close();

  expect(await smtpMailer(smtp.url).send(mailWith({}), never)).toEqual({
    class: "transient",
    code: null,
    reply: "ESOCKET CONN",
  });
});

test("a server whose name is not known is tried again", async () => {
  expect(await smtpMailer("smtp://mail.nowhere.invalid").send(mailWith({}), never)).toEqual({
    class: "transient",
    code: null,
    reply: "EDNS CONN",
  });
});

test("a server that takes the connection and never greets is tried again", async () => {
  const server = createServer((socket) => socket.on("error", () => socket.destroy())).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  expect(await smtpMailer(url).send(mailWith({}), never)).toEqual({
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

  expect(await smtpMailer(smtp.url).send(mailWith({ to: "josé@company.com" }), never)).toMatchObject(outcome);
  expect(smtp.mails).toHaveLength(mails);
});

test.each([
  ["before it asks for the message: nothing arrived", "hang up", "transient"],
  ["after it asked for the message: nobody can say", "354 go on\r\nhang up", "ambiguous"],
])("a server hangs up %s", async (_what, answer, expected) => {
  const smtp = await scriptedServer({ DATA: answer });

  expect(await smtpMailer(smtp.url).send(mailWith({}), never)).toEqual({
    class: expected,
    code: null,
    reply: "ECONNECTION CONN",
  });
});

test("a conversation is cut when the signal says so", async () => {
  const cut = new AbortController();
  const smtp = await smtpForTests({ onMessage: () => cut.abort() });

  expect(await smtpMailer(smtp.url).send(mailWith({}), cut.signal)).toEqual({
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
async function scriptedServer(answers: Record<string, string> = { DATA: "354 go on" }) {
  let heard = "";
  const server = createServer((socket) => {
    socket.write("220 ready\r\n");
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      heard += data;
      const said = data.toString().trim();
      const answer = answers[said] ?? answers[said.split(" ")[0] ?? ""] ?? "250 ok";
      const isLast = answer.endsWith("hang up");
      socket.write(answer.replace("hang up", "") + (isLast ? "" : "\r\n"));
      if (isLast) socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return { url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, heard: () => heard };
}

function longestLine(source = ""): number {
  return Math.max(...source.split("\r\n").map((line) => Buffer.byteLength(line)));
}
