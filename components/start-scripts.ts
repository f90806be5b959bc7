import { enhanceHoursForm } from "./hours/enhance-hours-form.ts";
import { greetWithHours } from "./hours/greet-with-hours.ts";
import { enhanceLeadForms } from "./leads/enhance-lead-forms.ts";
import { forgetSentDraft } from "./leads/forget-sent-draft.ts";

// All the script that this site has. It is bundled by `lib/serve/site-folder/bundle-script.ts`, and only pages that hold one of these forms, or say
// thanks for one, ask for it: React renders every page on the server, and works on none in the browser.
// Chromium's alone, and not among TypeScript's names.
const page: Document & { prerendering?: boolean } = document;
if (page.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
else start();

/** A page that is made ready while the pointer rests on a link knows the drafts of then, and not what is typed until the click. */
function start() {
  enhanceLeadForms();
  enhanceHoursForm();
  forgetSentDraft();
  greetWithHours();
}
