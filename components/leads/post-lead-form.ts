type Answer = {
  /** The reference of what was taken. */
  ref?: string;
  /** A sentence for each field that the server finds wrong. */
  errors?: Record<string, string>;
  /** Why it was not taken. */
  error?: string;
  writeTo?: string;
};

/**
 * Posts what the form would post, and asks for JSON. First to the address that the markup names; if that cannot be reached
 * or something in between answers, to the stable address, which knows the lead by its key. An empty answer if that cannot be
 * reached either.
 */
export async function postLeadForm(form: HTMLFormElement, data: FormData): Promise<Answer> {
  // A field named "action" would hide the property.
  const address = form.getAttribute("action") ?? "";
  return (await ask(address, data)) ?? (await ask(`/api/forms/${form.dataset.leadForm}`, data)) ?? {};
}

/** Undefined when it was not the site that answered. */
async function ask(address: string, data: FormData): Promise<Answer | undefined> {
  const { lang } = document.documentElement;
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: data,
      // The language of the page: of a body that cannot be read, the server does not know it.
      headers: { accept: "application/json", "accept-language": lang },
    });
    return await answer.json();
  } catch (cause) {
    // No connection, or no JSON.
    if (cause instanceof TypeError || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
