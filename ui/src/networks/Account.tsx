import clsx from "clsx";
import { BrandMark } from "@/kit/BrandMark";
import type { PreviewProps } from "./types";

/** The account's picture in the form the network gives it. */
export function Account({ preview, size }: { preview: PreviewProps; size: number }) {
  const { brand, rules, channel } = preview;
  const shape = (rules.avatar.brand ?? rules.avatar.person)?.value ?? "round";
  return (
    <span className={clsx("account", shape)} style={{ width: size, height: size }}>
      <BrandMark name={channel.name} short={brand.name} logo={brand.logo} color={brand.color} />
    </span>
  );
}
