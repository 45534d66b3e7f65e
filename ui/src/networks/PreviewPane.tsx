import { Popover } from "radix-ui";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { type About, type Language, type NetworkId, useRead, type VersionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { Scaled } from "@/kit/Scaled";
import { Segmented } from "@/kit/Segmented";
import { useMedia } from "@/kit/useMedia";
import { useTheme } from "@/kit/useTheme";
import type { Folding } from "./fold";
import { Preview } from "./Preview";
import type { Device, Surface } from "./types";

type Look = {
  device: Device;
  /** Null: nothing was said, so previews have the theme of the window. */
  surface: Surface | null;
  /** Null: nothing was said, so it is open where it has a place of its own. */
  open: boolean | null;
  set: (look: Partial<Omit<Look, "set">>) => void;
};

/** How previews are looked at: the same on every screen. */
export const usePreviewLook = create<Look>((set) => ({ device: "phone", surface: null, open: null, set }));

/** Whether previews are light or dark now. */
export function useSurface(): Surface {
  const theme = useTheme();
  return usePreviewLook((look) => look.surface) ?? theme;
}

/** The pane with a version's preview; where there is room for it, another network's beside it. */
export function PreviewPane(props: {
  versions: readonly VersionView[];
  network: NetworkId;
  onNetwork: (network: NetworkId) => void;
  /** The text as typed, before it is saved. */
  text: string;
  about: About;
  language: Language;
  drawer: boolean;
}) {
  const { t } = useTranslation("preview");
  const { device, set } = usePreviewLook();
  const surface = useSurface();
  const wide = useMedia("(min-width: 1600px)");
  const at = props.versions.findIndex((version) => version.network === props.network);
  const shown = wide
    ? [props.versions[at], props.versions[(at + 1) % props.versions.length]]
    : [props.versions[at]];
  const versions = shown.filter(
    (version, index) => version && shown.indexOf(version) === index,
  ) as VersionView[];
  return (
    <aside
      className={props.drawer ? "pane drawer" : "pane"}
      aria-label={t("of", { network: NETWORK_NAMES[props.network] })}
      data-pane
    >
      <div className="ph">
        <Segmented
          name={t("network")}
          value={props.network}
          onChange={props.onNetwork}
          tips
          options={props.versions.map(({ network }) => ({
            value: network,
            name: NETWORK_NAMES[network],
            face: <NetworkBadge network={network} silent />,
          }))}
        />
        <span className="grow" />
        <Segmented
          name={t("device")}
          value={device}
          onChange={(value) => set({ device: value })}
          tips
          options={[
            { value: "phone", name: t("device.phone"), face: <Icon name="phone" size={14} /> },
            { value: "desktop", name: t("device.desktop"), face: <Icon name="desktop" size={14} /> },
          ]}
        />
        <Segmented
          name={t("theme")}
          value={surface}
          onChange={(value) => set({ surface: value })}
          tips
          options={[
            { value: "light", name: t("theme.light"), face: <Icon name="sun" size={14} /> },
            { value: "dark", name: t("theme.dark"), face: <Icon name="moon" size={14} /> },
          ]}
        />
        {props.drawer && (
          <Button
            look="ghost"
            size="small"
            icon="close"
            aria-label={t("hide")}
            onClick={() => set({ open: false })}
          />
        )}
      </div>
      <div className="stage scroll" data-surface={surface}>
        {versions.map((version) => (
          <Staged key={version.id} version={version} current={version.network === props.network} {...props} />
        ))}
      </div>
    </aside>
  );
}

function Staged(props: {
  version: VersionView;
  current: boolean;
  text: string;
  about: About;
  language: Language;
}) {
  const { t } = useTranslation("preview");
  const { device } = usePreviewLook();
  const surface = useSurface();
  const [folding, setFolding] = useState<Folding | null>(null);
  const onFold = useCallback((next: Folding) => setFolding(next), []);
  const { data: networks } = useRead("network.list", {});
  const { version } = props;
  const rule = networks?.find((network) => network.id === version.network)?.fold[device];
  const pictures = version.payload.media.length;
  return (
    <div className="staged">
      <Scaled>
        <Preview
          version={version}
          {...(props.current && { text: props.text })}
          about={props.about}
          device={device}
          surface={surface}
          language={props.language}
          onFold={onFold}
        />
      </Scaled>
      <div className="req">
        <NetworkBadge network={version.network} silent />
        <p className="grow num">
          {folding?.cut != null && rule?.value.lines ? t("folds", { count: rule.value.lines }) : t("whole")}
          {", "}
          {pictures > 0 ? t("images", { count: pictures }) : t("images.none")}
          {rule && rule.certainty !== "documented" && (
            <span className="faint" title={t("approximate.why", { network: NETWORK_NAMES[version.network] })}>
              {", "}
              {t("approximate")}
            </span>
          )}
        </p>
        <Request version={version} />
      </div>
    </div>
  );
}

/** Exactly what would be sent. */
function Request({ version }: { version: VersionView }) {
  const { t } = useTranslation(["preview", "app"]);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="lnk">
          {t("preview:request")}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" side="top" align="end" sideOffset={6} collisionPadding={12}>
          <h3>{t("preview:request.title", { network: NETWORK_NAMES[version.network] })}</h3>
          <p className="small mute mt-1">{t("preview:request.help")}</p>
          <pre className="payload scroll">{JSON.stringify(version.payload, null, 2)}</pre>
          <Popover.Close asChild>
            <Button size="small" className="mt-3">
              {t("app:close")}
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
