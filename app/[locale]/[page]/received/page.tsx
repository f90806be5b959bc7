import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { ReceivedView } from "#app/received-view.tsx";
import { getMessages } from "#lib/i18n/messages.ts";
import { formNames, isFormName } from "#lib/leads/form-name.ts";
import { hiddenMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]/[page]/received">;

export const dynamicParams = false;

export function generateStaticParams() {
  return formNames.map((page) => ({ page }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form, locale } = await formOf(params);
  const { received } = getMessages(locale);
  return hiddenMetadata({ title: received.title, description: received.stored[form] });
}

export default async function ReceivedPage({ params, searchParams }: Props) {
  return <ReceivedView {...(await formOf(params))} query={searchParams} />;
}

async function formOf(params: Props["params"]) {
  const { page } = await params;
  if (!isFormName(page)) notFound();
  return { form: page, locale: await pageLocale(params) };
}
