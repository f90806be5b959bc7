/**
 * Shows the answer in place. A choice from the list is a question by itself; whatever else is typed waits for the button.
 * The server computes the answer: a browser's time zones may be older than the last change of a law.
 */
export function enhanceHoursForm() {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-hours-form]")) form.dataset.enhanced = "";

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-hours-form]")) return;
    const offices = Array.from(target.list?.options ?? [], ({ value }) => value);
    if (offices.includes(target.value)) ask(target.value);
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-hours-form]")) return;
    event.preventDefault();
    ask(String(new FormData(event.target).get("office")));
  });
}

let latest: XMLHttpRequest | undefined;

function ask(office: string) {
  latest?.abort();
  const address = `${window.location.pathname}?${new URLSearchParams({ office })}`;
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
}

/** The answer, what is wrong with the field, and the links to the same answer in other languages. */
function takeOver(page: Document): boolean {
  const [here, there] = [document, page].map((each) => each.querySelector("[data-hours-answer]"));
  const [error, newError] = [document, page].map((each) => each.getElementById("office-error"));
  const status = document.querySelector("[data-hours-form] [role='status']");
  const languages = [...page.querySelectorAll<HTMLAnchorElement>("a[hreflang]")];
  if (!here || !there || !error || !newError || !status || languages.length === 0) return false;

  here.replaceWith(document.adoptNode(there));
  error.textContent = newError.textContent;
  error.hidden = newError.hidden;
  document.getElementById("office")?.removeAttribute("aria-invalid");
  if (!newError.hidden) document.getElementById("office")?.setAttribute("aria-invalid", "true");
  status.textContent = newError.hidden ? (there.querySelector("h2")?.textContent ?? "") : newError.textContent;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) {
    link.href = languages.find(({ hreflang }) => hreflang === link.hreflang)?.href ?? link.href;
  }
  return true;
}
