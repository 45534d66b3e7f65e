import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { About, NetworkId, PostView, VersionView } from "@/bridge";
import { useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useKeys } from "@/kit/useKeys";
import { useMedia } from "@/kit/useMedia";
import { PreviewPane, usePreviewLook } from "@/networks/PreviewPane";
import { useSay } from "@/text/say";
import { Compare } from "./Compare";
import { Foot } from "./Foot";
import { HistorySheet } from "./HistorySheet";
import { Minis } from "./Minis";
import { RunStrip } from "./RunStrip";
import { globalSheet, type Sheet } from "./sheet";
import { useSaver, useSavers } from "./useSavers";
import { VersionDesk } from "./VersionDesk";

/** The desk: candidates above, the chosen one's version under them, its preview beside it. */
export function Workbench({ post, about }: { post: PostView; about: About }) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const search = useSearch({ from: "/compose/$post" });
  const navigate = useNavigate();
  const { data: run } = useRead("run.get", { run: post.run });
  const choose = useWrite("candidate.choose");
  const [history, setHistory] = useState(false);
  const undo = useWrite("version.undo");
  const tell = useMessages((state) => state.say);
  const savers = useSavers(post.id, (version) =>
    tell({
      tone: "done",
      text: t("detached.now", { network: NETWORK_NAMES[version.network] }),
      action: {
        name: t("undo"),
        run: () =>
          undo.mutate({ version: version.id }, { onSuccess: (after) => void savers.adopt(after, after) }),
      },
    }),
  );
  const look = usePreviewLook();
  const roomy = useMedia("(min-width: 1180px)");
  const previewed = look.open ?? roomy;

  const chosen = post.candidates.find((candidate) => candidate.id === post.chosen);
  const candidate =
    post.candidates.find((other) => other.ordinal === search.candidate) ?? chosen ?? post.candidates[0];
  const version =
    candidate?.versions.find((other) => other.network === search.network) ?? candidate?.versions[0];

  const go = (change: { candidate?: number; network?: NetworkId; global?: boolean; compare?: boolean }) => {
    const next = { ...search, ...change };
    void navigate({
      to: "/compose/$post",
      params: { post: post.id },
      search: {
        ...(next.candidate && { candidate: next.candidate }),
        ...(next.network && { network: next.network }),
        ...(next.global && { global: true as const }),
        ...(next.compare && { compare: true as const }),
      },
      replace: true,
    });
  };
  const take = (ordinal: number, compare = search.compare ?? false) => {
    const taken = post.candidates.find((other) => other.ordinal === ordinal);
    if (!taken) return;
    go({ candidate: ordinal, compare });
    if (taken.id !== post.chosen) choose.mutate({ candidate: taken.id });
  };
  const compare = () => go({ compare: !search.compare });

  useKeys({
    "1": () => take(1),
    "2": () => take(2),
    "3": () => take(3),
    "0": compare,
    p: () => look.set({ open: !previewed }),
    ...(!roomy && previewed && { Escape: () => look.set({ open: false }) }),
    ...(search.compare && { Escape: compare }),
  });

  if (!candidate || !version) return null;
  const sheet: Sheet = search.global ? globalSheet(candidate) : version;
  const several = post.candidates.length > 1;
  return (
    <>
      {run && (
        <RunStrip run={run}>
          {several && (
            <Button
              look="ghost"
              size="tiny"
              keys="0"
              aria-pressed={search.compare ?? false}
              onClick={compare}
            >
              {t("candidates.compare")}
            </Button>
          )}
          {(!roomy || !previewed) && (
            <Button
              look="ghost"
              size="tiny"
              keys="P"
              aria-pressed={previewed}
              onClick={() => look.set({ open: !previewed })}
            >
              {t("preview.show")}
            </Button>
          )}
        </RunStrip>
      )}
      {post.notice && (
        <p className="strip amber notice" role="note">
          <Icon name="note" />
          <span className="grow">{say.drafting(post.notice.code, post.notice.params)}</span>
        </p>
      )}
      {search.compare && several ? (
        <Compare
          post={post}
          network={version.network}
          current={candidate}
          onTake={(ordinal) => take(ordinal, false)}
        />
      ) : (
        <div className={roomy && previewed ? "body split-pane" : "body"}>
          <section className="work">
            <Minis post={post} network={version.network} current={candidate} onTake={take} />
            <VersionDesk
              key={sheet.id}
              candidate={candidate}
              sheet={sheet}
              version={search.global ? null : version}
              savers={savers}
              about={about}
              language={post.language}
              onTab={(tab) => go(tab === "global" ? { global: true } : { network: tab, global: false })}
              onHistory={() => setHistory(true)}
            />
          </section>
          {previewed && (
            <LivePreview
              versions={candidate.versions}
              version={version}
              saver={savers.of(version)}
              about={about}
              language={post.language}
              drawer={!roomy}
              onNetwork={(network) => go({ network, global: false })}
            />
          )}
        </div>
      )}
      <Foot
        post={post}
        candidate={candidate}
        version={version}
        savers={savers}
        about={about}
        onShow={(network) => go({ network, global: false, compare: false })}
      />
      {history && (
        <HistorySheet
          post={post}
          version={version}
          savers={savers}
          readOnly={about.member.role === "viewer" || about.member.role === "reviewer"}
          onClose={() => setHistory(false)}
        />
      )}
    </>
  );
}

/** The preview follows the typing, before it is saved. */
function LivePreview(props: {
  versions: readonly VersionView[];
  version: VersionView;
  saver: Parameters<typeof useSaver>[0];
  about: About;
  language: PostView["language"];
  drawer: boolean;
  onNetwork: (network: NetworkId) => void;
}) {
  const { shown } = useSaver(props.saver, props.version);
  return (
    <PreviewPane
      versions={props.versions}
      network={props.version.network}
      onNetwork={props.onNetwork}
      text={shown}
      about={props.about}
      language={props.language}
      drawer={props.drawer}
    />
  );
}
