import { once } from "node:events";
import { get as ask, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { createTransport, type SendMailOptions } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { InboxNotListening, startInbox } from "./inbox.ts";

test("the inbox answers under its own names alone, so that no page elsewhere can read it", async () => {
  const { httpPort, close } = await startInbox({ smtpPort: 0, httpPort: 0 });
  onTestFinished(close);
  const statusFor = async (host: string) => {
    const [answer] = await once(ask({ port: httpPort, path: "/messages.json", headers: { host } }), "response");
    return (answer as IncomingMessage).resume().statusCode;
  };
  expect(await Promise.all(["evil.example", `evil.example:${httpPort}`].map(statusFor))).toEqual([421, 421]);
  expect(await Promise.all(["localhost:1080", "127.0.0.1", "[::1]:1080"].map(statusFor))).toEqual([200, 200, 200]);
});

test("a mail is shown with its envelope, headers, both parts and source", async () => {
  const { send, get } = await inbox();

  await send({
    from: "DreamCode <site@dreamcode.example>",
    to: ["team@dreamcode.example", "sales@dreamcode.example"],
    bcc: "archive@dreamcode.example",
    replyTo: { name: "Ana Muñoz, Acme", address: "ana@acme.test" },
    subject: "Petición K7QD — año nuevo",
    headers: { "X-Lead-Ref": "K7QD" },
    text: "Seis personas",
    html: "<p>Seis <b>personas</b></p>",
  });

  expect(JSON.parse((await get("/messages.json")).body)).toEqual([
    expect.objectContaining({
      id: expect.any(String),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      envelope: {
        from: "site@dreamcode.example",
        to: ["team@dreamcode.example", "sales@dreamcode.example", "archive@dreamcode.example"],
      },
      subject: "Petición K7QD — año nuevo",
      text: "Seis personas\n",
      html: "<p>Seis <b>personas</b></p>\n",
      headers: expect.objectContaining({
        to: "team@dreamcode.example, sales@dreamcode.example",
        "reply-to": expect.stringContaining("<ana@acme.test>"),
        "x-lead-ref": "K7QD",
      }),
      raw: expect.stringMatching(/^X-Lead-Ref: K7QD\r\n/),
    }),
  ]);
});

test("the list starts empty, then shows the newest mail first", async () => {
  const { send, get } = await inbox();

  expect((await get("/")).body).toContain("No mails yet");
  await send({ subject: "First" });
  await send({ subject: "Second" });

  const { body: list } = await get("/");
  expect(list).not.toContain("No mails yet");
  expect(list.indexOf("Second")).toBeLessThan(list.indexOf("First"));
});

test("an open list is told of a new mail, at once if it came before the list began to listen", async () => {
  const { send, get, inbox: started } = await inbox();

  const change = get("/changes?newest=none");
  await send({ subject: "First" });
  expect((await change).body).toBe("data: changed\n\n");

  const shown = started.messages[0]?.id;
  await send({ subject: "Second" });
  expect((await get(`/changes?newest=${shown}`)).body).toBe("data: changed\n\n");
  expect((await get("/")).body).toContain(`data-newest="${started.messages[0]?.id}"`);
});

test("without script the list loads itself again", async () => {
  const { get } = await inbox();

  expect((await get("/")).body).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
});

test("what a mail says never becomes part of the pages", async () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const { send, get, inbox: started } = await inbox();

  await send({
    from: { name: hostile, address: "site@dreamcode.example" },
    subject: hostile,
    text: hostile,
    html: hostile,
    headers: { "X-Hostile": hostile },
  });

  for (const path of ["/", `/messages/${started.messages[0]?.id}`]) {
    const { body, policy } = await get(path);
    expect(body).toContain("script>alert(1)");
    expect(body).not.toMatch(/<script(?! src="\/inbox.js")|<img/);
    expect(policy).toMatch(/^default-src 'none'; style-src 'self';/);
  }
});

test("the HTML part is served for a sandboxed frame, without script and without pictures from elsewhere", async () => {
  const { send, get, inbox: started } = await inbox();
  await send({ html: "<p>Hello</p>" });
  const path = `/messages/${started.messages[0]?.id}`;

  expect((await get(path)).body).toContain(`<iframe src="${path}/html" sandbox=""`);
  const part = await get(`${path}/html`);
  expect(part.body).toBe("<p>Hello</p>\n");
  expect(part.policy).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;/);
});

test("a picture that travels in the mail is shown in its HTML part", async () => {
  const { send, inbox: started } = await inbox();

  const picture = { cid: "cloud@tiles", content: Buffer.from("a picture"), contentType: "image/png" };
  await send({ html: '<img src="cid:cloud@tiles" alt="">', attachments: [picture] });

  expect(started.messages[0]?.html).toBe('<img src="data:image/png;base64,YSBwaWN0dXJl" alt="">\n');
});

test("dots at the start of a line and long lines arrive as they were sent", async () => {
  const { send, inbox: started } = await inbox();
  const body = [".", "..", ". one", "...three", "x".repeat(5000), "ñ".repeat(300), "."].join("\r\n");

  await send({ raw: `From: a@b.test\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n` });

  expect(started.messages[0]?.raw.split("\r\n\r\n")[1]).toBe(`${body}\r\n`);
  expect(started.messages[0]?.text).toBe(`${body.replaceAll("\r\n", "\n")}\n`);
});

test("a header that occurs twice is shown twice", async () => {
  const { send, inbox: started } = await inbox();

  await send({ raw: "From: a@b.test\r\nTo: one@b.test\r\nTo: two@b.test\r\n\r\nHello\r\n" });

  expect(started.messages[0]?.headers.to).toBe("one@b.test\ntwo@b.test");
});

test("a mail over 10 MB is refused and not kept", async () => {
  const { send, inbox: started } = await inbox();

  await expect(send({ text: "x".repeat(11 * 1024 * 1024) })).rejects.toMatchObject({ responseCode: 552 });
  await send({ subject: "Still taking mail" });

  expect(started.messages.map(({ subject }) => subject)).toEqual(["Still taking mail"]);
});

test("the last 500 mails are kept", async () => {
  const { send, inbox: started } = await inbox();

  await Promise.all(Array.from({ length: 501 }, () => send({ subject: "Earlier" })));
  await send({ subject: "Last" });

  expect(started.messages).toHaveLength(500);
  expect(started.messages[0]?.subject).toBe("Last");
});

test("a sender that hangs up in the middle of a mail leaves nothing behind and stops nothing", async () => {
  const { send, inbox: started } = await inbox();

  const socket = connect(started.smtpPort, "127.0.0.1");
  for (const line of ["EHLO x", "MAIL FROM:<a@b.test>", "RCPT TO:<c@d.test>", "DATA", "Subject: half"]) {
    await once(socket, "data");
    socket.write(`${line}\r\n`);
  }
  socket.resetAndDestroy();
  await once(socket, "close");
  await send({ subject: "Whole" });

  expect(started.messages.map(({ subject }) => subject)).toEqual(["Whole"]);
});

test.each([
  ["/messages/unknown", "GET", 404],
  ["/messages/unknown/html", "GET", 404],
  ["/favicon.ico", "GET", 404],
  ["/", "POST", 405],
])("%s by %s answers %i", async (path, method, status) => {
  const { get } = await inbox();

  expect((await get(path, method)).status).toBe(status);
});

test("a port in use is named, and the other port is let go", async () => {
  const { inbox: taken } = await inbox();

  await expect(startInbox({ smtpPort: taken.smtpPort, httpPort: 0 })).rejects.toThrow(
    new InboxNotListening(`The inbox cannot listen on 127.0.0.1:${taken.smtpPort} for SMTP: the port is in use`),
  );

  const { inbox: closed } = await inbox();
  await closed.close();
  await expect(startInbox({ smtpPort: closed.smtpPort, httpPort: taken.httpPort })).rejects.toThrow(
    `The inbox cannot listen on 127.0.0.1:${taken.httpPort} for its page: the port is in use`,
  );
  await inbox(closed);
});

test("it can be stopped with a sender connected, and started again on the same ports", async () => {
  const { inbox: first } = await inbox();
  const sender = connect(first.smtpPort, "127.0.0.1");
  await once(sender, "data");
  await first.close();

  const { send, inbox: second } = await inbox(first);
  await send({ subject: "Back" });

  expect(second.messages.map(({ subject }) => subject)).toEqual(["Back"]);
});

async function inbox(ports: { smtpPort: number; httpPort: number } = { smtpPort: 0, httpPort: 0 }) {
  const started = await startInbox({ smtpPort: ports.smtpPort, httpPort: ports.httpPort });
  onTestFinished(() => started.close());
  const transport = createTransport({ host: "127.0.0.1", port: started.smtpPort });
  return {
    inbox: started,
    async get(path: string, method = "GET") {
      const response = await fetch(`http://127.0.0.1:${started.httpPort}${path}`, { method });
      const policy = response.headers.get("content-security-policy");
      return { status: response.status, policy, body: await response.text() };
    },
    send: (mail: SendMailOptions) =>
      transport.sendMail({
        from: "site@dreamcode.example",
        to: "team@dreamcode.example",
        ...mail,
        ...(mail.raw && { envelope: { from: "site@dreamcode.example", to: "team@dreamcode.example" } }),
      }),
  };
}
