import { ReceivedView, receivedMetadata } from "#app/received-view.tsx";

export const generateMetadata = receivedMetadata("reply");

export default function ReplyReceivedPage(props: PageProps<"/[locale]/reply/received">) {
  return <ReceivedView form="reply" {...props} />;
}
