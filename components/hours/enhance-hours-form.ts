/**
 * A choice from the list is an answer to the question, and shown in place; whatever else is typed waits for the button.
 * The server computes it: a browser's time zones may be older than the last change of a law.
 */
export function enhanceHoursForm() {
  let latest: XMLHttpRequest | undefined;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-hours-form]")) form.dataset.enhanced = "";

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-hours-form]")) return;
    const offices = Array.from(target.list?.options ?? [], ({ value }) => value);
    if (!offices.includes(target.value)) return;

    latest?.abort();
    const address = `${window.location.pathname}?${new URLSearchParams({ office: target.value })}`;
    const request = new XMLHttpRequest();
    latest = request;
    request.open("GET", address);
    // No policy stands in the way of this parser, and nothing in what it parses runs.
    request.responseType = "document";
    request.onload = () => {
      if (request.responseXML && takeOver(request.responseXML))
        window.history.replaceState(window.history.state, "", address);
      else window.location.assign(address);
    };
    request.onerror = () => window.location.assign(address);
    request.send();
  });
}

/** The answer, what is said of the field, and the link to the same answer in the other language. */
function takeOver(page: Document): boolean {
  const [here, there] = [document, page].map((each) => each.querySelector("[data-hours-answer]"));
  if (!here || !there) return false;
  here.replaceWith(document.adoptNode(there));

  const said = document.querySelector("[data-hours-form] [role='status']");
  if (said) said.textContent = there.querySelector("h2")?.textContent ?? "";
  const error = document.getElementById("office-error");
  if (error) error.hidden = true;
  document.getElementById("office")?.removeAttribute("aria-invalid");
  const counterpart = page.querySelector<HTMLAnchorElement>("a[hreflang]");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]"))
    if (counterpart) link.href = counterpart.href;
  return true;
}
