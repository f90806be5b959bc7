import { ReceivedView, receivedMetadata } from "#app/received-view.tsx";

export const generateMetadata = receivedMetadata("application");

export default function ApplicationReceivedPage(props: PageProps<"/[locale]/application/received">) {
  return <ReceivedView form="application" {...props} />;
}
