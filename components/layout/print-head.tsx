import { brand } from "#lib/brand.ts";

/** On paper, in place of the navigation: whose page it is, and where it is found. */
export function PrintHead({ address }: { address: string }) {
  return (
    <p className="wrap hidden text-sm wrap-anywhere print:block">
      <strong>{brand.name}</strong> · {address}
    </p>
  );
}
