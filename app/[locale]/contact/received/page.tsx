import { ReceivedView, receivedMetadata } from "#app/received-view.tsx";

export const generateMetadata = receivedMetadata("contact");

export default function ContactReceivedPage(props: PageProps<"/[locale]/contact/received">) {
  return <ReceivedView form="contact" {...props} />;
}
