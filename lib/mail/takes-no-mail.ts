import { Resolver } from "node:dns/promises";
import { domainToASCII } from "node:url";

/** Milliseconds. With a second try a name server that says nothing kept a receipt for 6 seconds. */
const asking = () => new Resolver({ timeout: 2_000, tries: 1 });

/**
 * Whether it is certain that no server takes mail for an address: its domain has neither MX nor A nor AAAA, or says so itself
 * (RFC 5321 5.1, RFC 7505). A name server that does not know who has `com` knows nothing of the world, as behind a firewall, where
 * one knows the domain of our own address alone: then, and where none answers, nothing is certain.
 */
export async function takesNoMail(address: string, resolver = asking()): Promise<boolean> {
  return (
    (await hasServers(address, resolver)) === false && Boolean((await answerOf(resolver.resolveNs("com")))?.length)
  );
}

/** Undefined where no name server could say. */
async function hasServers(address: string, resolver: Resolver): Promise<boolean | undefined> {
  const domain = domainToASCII(address.slice(address.lastIndexOf("@") + 1));
  const servers = await answerOf(resolver.resolveMx(domain));
  if (!servers || servers.length > 0) return servers?.some(({ exchange }) => exchange !== "" && exchange !== ".");
  const addresses = await Promise.all([answerOf(resolver.resolve4(domain)), answerOf(resolver.resolve6(domain))]);
  if (addresses.some((found) => found && found.length > 0)) return true;
  return addresses.includes(undefined) ? undefined : false;
}

/** Empty where there is certainly nothing; undefined where nobody knows. */
async function answerOf<Entry>(asked: Promise<Entry[]>): Promise<Entry[] | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : undefined;
  }
}
