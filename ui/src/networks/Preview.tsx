import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { type About, type Language, type NetworkId, useBridge, useRead, type VersionView } from "@/bridge";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { FacebookPreview } from "./facebook/Preview";
import type { Folding } from "./fold";
import { InstagramPreview } from "./instagram/Preview";
import { LinkedInPreview } from "./linkedin/Preview";
import type { Device, PreviewProps, Surface } from "./types";
import { XPreview } from "./x/Preview";

/** One preview a network: a new network is one file and one line here. */
const PREVIEWS: Record<NetworkId, ComponentType<PreviewProps>> = {
  linkedin: LinkedInPreview,
  x: XPreview,
  facebook: FacebookPreview,
  instagram: InstagramPreview,
};

/** A version as its network would show it, drawn from what would be sent. */
export function Preview(props: {
  version: VersionView;
  text?: string;
  about: About;
  device: Device;
  surface: Surface;
  language: Language;
  onFold?: (folding: Folding) => void;
}) {
  const { t } = useTranslation("preview");
  const transport = useBridge();
  const { data: networks } = useRead("network.list", {});
  const { version, about } = props;
  const rules = networks?.find((network) => network.id === version.network);
  if (!rules) return null;
  const Drawn = PREVIEWS[version.network];
  const payload = props.text === undefined ? version.payload : { ...version.payload, text: props.text };
  return (
    <article aria-label={t("of", { network: NETWORK_NAMES[version.network] })}>
      <Drawn
        payload={payload}
        media={payload.media.map((use) => ({ ...use, url: transport.media(use.media) }))}
        // A channel that is planned, not connected, has no account yet whose name it could have.
        channel={{ ...version.channel, name: version.channel.name || about.look.name }}
        brand={about.look}
        rules={rules}
        device={props.device}
        surface={props.surface}
        language={props.language}
        {...(props.onFold && { onFold: props.onFold })}
      />
    </article>
  );
}
