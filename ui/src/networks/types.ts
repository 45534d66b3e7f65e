import type { BrandLook, Channel, Language, MediaUse, NetworkRules, Payload } from "@/bridge";
import type { Folding } from "./fold";

export type Device = "phone" | "desktop";
export type Surface = "light" | "dark";

/** A picture with the address of its bytes. */
export type MediaView = MediaUse & { url: string };

/** A preview is drawn from exactly this: what would be sent, by whom, and how the network shows it. */
export type PreviewProps = {
  payload: Payload;
  /** The payload's pictures, with their addresses. */
  media: readonly MediaView[];
  channel: Channel;
  brand: BrandLook;
  rules: NetworkRules;
  device: Device;
  surface: Surface;
  language: Language;
  /** Told where the text folds, whenever that changes. */
  onFold?: (folding: Folding) => void;
};

/** How wide the text column is on a device. */
export function foldOf(rules: NetworkRules, device: Device) {
  return rules.fold[device];
}
