import { greetingSentence } from "./greeting-sentence.ts";

/**
 * Says which hours a visitor shares with us, by the clock of their browser, which stays there: nothing of it is asked for, kept or
 * sent. A zone that the address names was answered by the server.
 */
export function greetWithHours() {
  for (const place of document.querySelectorAll<HTMLElement>("[data-hours-greeting]")) {
    if (place.textContent) continue;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    place.textContent = greetingSentence(timeZone, new Date(), JSON.parse(place.dataset.hoursGreeting ?? "")) ?? "";
  }
}
