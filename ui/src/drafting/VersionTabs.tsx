import { Tabs } from "radix-ui";
import { useTranslation } from "react-i18next";
import type { CandidateView, VersionView } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { useFormats } from "@/kit/useFormats";

/** The global text and a tab a channel; a channel with words of its own says so. */
export function VersionTabs({ candidate }: { candidate: CandidateView }) {
  const { t } = useTranslation("compose");
  return (
    <Tabs.List className="tabs" aria-label={t("versions")} data-pane>
      <Tabs.Trigger value="global" className="tab">
        <Icon name="globe" size={14} />
        <span className="name">{t("global")}</span>
      </Tabs.Trigger>
      {candidate.versions.map((version) => (
        <VersionTab key={version.id} version={version} />
      ))}
    </Tabs.List>
  );
}

function VersionTab({ version }: { version: VersionView }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const { value, limit } = version.count;
  return (
    <Tabs.Trigger value={version.network} className="tab">
      <NetworkBadge network={version.network} silent />
      <span className="name">{NETWORK_NAMES[version.network]}</span>{" "}
      {!version.attached && (
        <span className="apart" title={t("detached")}>
          <Icon name="unlink" size={14} />
          <span className="vh">{t("detached")}</span>
        </span>
      )}
      <span className={value > limit ? "cnt over" : "cnt"}>
        {formats.whole(value)} / {formats.whole(limit)}
      </span>
    </Tabs.Trigger>
  );
}
