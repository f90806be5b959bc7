import { ReceivedView, receivedMetadata } from "#app/received-view.tsx";

export const generateMetadata = receivedMetadata("newsletter");

export default function NewsletterReceivedPage(props: PageProps<"/[locale]/newsletter/received">) {
  return <ReceivedView form="newsletter" {...props} />;
}
