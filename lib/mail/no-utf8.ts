/** The reply of a conversation that ended because our server cannot take an address as josé@… on (RFC 6531). No server says it. */
export const noUtf8 = "no SMTPUTF8";
