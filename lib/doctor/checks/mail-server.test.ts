import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { certificateForTests } from "#lib/mail/certificates-for-tests.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { patientForTests } from "../patient-for-tests.ts";
import { mailServer } from "./mail-server.ts";
import { testMail } from "./test-mail.ts";

const addresses = { MAIL_FROM: "hello@dreamcode.test", LEADS_TO: "sales@dreamcode.test" };

test("without a mail server it is said that inquiries wait", async () => {
  expect(await mailServer(patientForTests())).toMatchObject({
    state: "warning",
    seen: expect.stringMatching(/SMTP_URL is not set/),
  });
});

test("a mail server that takes the login is well, and gets no mail", async () => {
  const { key, cert } = await certificateForTests();
  const smtp = await smtpForTests({
    ...{ key, cert, disabledCommands: [], authOptional: false },
    onAuth: (_auth, _session, answer) => answer(null, { user: "site" }),
  });
  const patient = patientForTests({ ...addresses, SMTP_URL: withLogin(smtp.url) });

  expect(await mailServer(patient)).toEqual({
    state: "ok",
    seen: `127.0.0.1 answers on port ${smtp.port} and takes the login`,
  });
  expect(await testMail(patient)).toBeUndefined();
  expect(smtp.mails).toEqual([]);
});

test.each([
  ["expired", "has expired"],
  ["unknown authority", "comes from an authority that this machine does not know"],
  ["other name", "is for another name"],
] as const)("a certificate that is wrong (%s) is said in words", async (wrong, words) => {
  const { key, cert } = await certificateForTests(wrong);
  const smtp = await smtpForTests({ secure: true, key, cert });

  expect(await mailServer(patientForTests({ ...addresses, SMTP_URL: smtp.url }))).toMatchObject({
    state: "wrong",
    seen: expect.stringContaining(`the certificate of 127.0.0.1 ${words}`),
  });
});

test("a password that is refused is wrong, and not repeated", async () => {
  const smtp = await smtpForTests({
    ...{ authOptional: false, disabledCommands: ["STARTTLS"] },
    onAuth: (_auth, _session, answer) => answer(smtpError(535)),
  });

  const finding = await mailServer(patientForTests({ ...addresses, SMTP_URL: withLogin(smtp.url) }));

  expect(finding).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/refuses the user and password of SMTP_URL$/),
  });
  expect(JSON.stringify(finding)).not.toContain("hunter2");
});

test("a server that is not there, or says nothing for 5 seconds, is wrong", async () => {
  const smtp = await smtpForTests();
  await smtp.close();
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { port: number };

  const before = performance.now();
  for (const url of [smtp.url, `smtps://127.0.0.1:${port}`]) {
    expect(await mailServer(patientForTests({ ...addresses, SMTP_URL: url }))).toMatchObject({
      state: "wrong",
      seen: expect.stringMatching(/takes no login within 5 seconds/),
    });
  }
  expect(performance.now() - before).toBeLessThan(9_000);
});

test("a test mail goes to who is alarmed, only when it is asked for, and a refusal is said", async () => {
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("gone") ? smtpError(550) : null),
  });
  const given = { ...addresses, SMTP_URL: smtp.url, SITE_URL: "https://www.dreamcode.test" };

  const alarmed = patientForTests({ ...given, ALARM_TO: "ops@dreamcode.test" }, { sendsTestMail: true });
  expect(await testMail(alarmed)).toMatchObject({
    state: "ok",
    seen: expect.stringMatching(/took one to ops@dreamcode\.test/),
  });
  expect(smtp.mails.map(({ to, mail }) => [to, mail.text?.includes("https://www.dreamcode.test")])).toEqual([
    [["ops@dreamcode.test"], true],
  ]);

  const refused = patientForTests({ ...given, LEADS_TO: "gone@dreamcode.test" }, { sendsTestMail: true });
  expect(await testMail(refused)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/did not take one to gone@dreamcode\.test/),
  });
});

function withLogin(url: string): string {
  return url.replace("://", "://site:hunter2@");
}
