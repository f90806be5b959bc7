import { shareImage } from "#app/share-image.tsx";

export async function bytesOfShareImage(address: string): Promise<number> {
  return (await shareImage(address, "wide")).length;
}
