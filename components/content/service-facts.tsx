import type { Messages } from "#content/en/messages.ts";
import type { Service } from "#lib/content/kinds/service.ts";

/** For whom a service is, what they get and how it begins: the whole of it for a reader in a hurry. */
export function ServiceFacts({ text, service }: { text: Messages["services"]; service: Service }) {
  const facts = [
    [text.audience, service.audience],
    [text.outcome, service.outcome],
    [text.start, service.start],
  ];
  return (
    <dl className="wrap grid md:grid-cols-3">
      {facts.map(([label, said]) => (
        <div
          key={label}
          className="border-b border-hairline py-6 md:border-r md:px-6 md:first:pl-0 md:last:border-r-0 md:last:pr-0"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="mt-2">{said}</dd>
        </div>
      ))}
    </dl>
  );
}
