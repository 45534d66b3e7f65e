import type { Channel, Language, MediaView, NetworkView, Payload } from "@/bridge";
import type { Folding } from "./fold";

export type Device = "phone" | "desktop";
export type Surface = "light" | "dark";

/** What the brand looks like on its accounts. */
export type BrandLook = { name: string; logo: string | null; color: string | undefined };

/** A preview is drawn from exactly this: what would be sent, by whom, and how the network shows it. */
export type PreviewProps = {
  payload: Payload;
  /** Addresses of the payload's pictures. */
  media: readonly MediaView[];
  channel: Channel;
  brand: BrandLook;
  rules: NetworkView;
  device: Device;
  surface: Surface;
  language: Language;
  /** Told where the text folds, whenever that changes. */
  onFold?: (folding: Folding) => void;
};

/** How wide the text column is on a device. */
export function foldOf(rules: NetworkView, device: Device) {
  return rules.fold[device];
}
