import { agreedField } from "#lib/leads/form/agreed-field.ts";
import { consentVersion } from "#lib/leads/form/consent-version.ts";

export function AgreedSentence({ sentence }: { sentence: string }) {
  return <input type="hidden" name={agreedField} value={consentVersion(sentence)} />;
}
