import { enhanceHoursForm } from "./hours/enhance-hours-form.ts";
import { enhanceLeadForms } from "./leads/enhance-lead-forms.ts";
import { forgetSentDraft } from "./leads/forget-sent-draft.ts";

// All the script that this site has. It is bundled by `lib/serve/site-folder/bundle-script.ts`, and only pages that hold one of these forms, or say
// thanks for one, ask for it: React renders every page on the server, and works on none in the browser.
enhanceLeadForms();
enhanceHoursForm();
forgetSentDraft();
