import { ReceivedView, receivedMetadata } from "#app/received-view.tsx";

export const generateMetadata = receivedMetadata("inquiry");

export default function InquiryReceivedPage(props: PageProps<"/[locale]/inquiry/received">) {
  return <ReceivedView form="inquiry" {...props} />;
}
