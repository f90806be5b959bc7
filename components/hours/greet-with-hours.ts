import { type GreetingWords, greetingSentence } from "./greeting-sentence.ts";

/**
 * Says which hours a visitor shares with us, by the clock of their browser, which stays there: nothing of it is asked for, kept or
 * sent. A zone that the address names was answered by the server.
 */
export function greetWithHours() {
  for (const place of document.querySelectorAll<HTMLElement>("[data-hours-greeting]")) {
    if (place.textContent) continue;
    const words: GreetingWords = JSON.parse(place.dataset.hoursGreeting ?? "");
    place.textContent = greetingSentence(ownZone(), new Date(), words, ownOffset) ?? "";
  }
}

/** The first format of a page costs a slow phone a tenth of a second, so `Intl` is asked only in browsers without `Temporal`. */
function ownZone(): string {
  return "Temporal" in globalThis ? Temporal.Now.timeZoneId() : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function ownOffset(instant: Date): number {
  return -instant.getTimezoneOffset();
}
