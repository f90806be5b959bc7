/** Whether a header may name it in the safe form: josé@… is text there that a server without SMTPUTF8 refuses. */
export function takesReplyTo(address: string): boolean {
  return /^\p{ASCII}*$/u.test(address.replace(/@[^@]*$/, ""));
}
