import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  type CandidateView,
  type NetworkId,
  type PostView,
  type ReviewItem,
  useAbout,
  useRead,
  useTell,
  type VersionView,
} from "@/bridge";
import { Sources, VoiceWhy } from "@/drafting/Under";
import { Button } from "@/kit/Button";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { Score } from "@/kit/Score";
import { Segmented } from "@/kit/Segmented";
import { useSay } from "@/text/say";
import { Decide } from "./Decide";
import { Sheet } from "./Sheet";

/** A candidate in review: the proof of one version, what it stands on, and the decision. */
export function ProofDesk(props: {
  item: ReviewItem;
  network: NetworkId | undefined;
  index: number;
  count: number;
  onNetwork: (network: NetworkId) => void;
  onMove: (by: number) => void;
}) {
  const { t } = useTranslation("review");
  const { data: post, error } = useRead("post.get", { post: props.item.post });
  if (error) throw error;
  const about = useAbout();
  const candidate = post?.candidates.find(({ id }) => id === props.item.candidate);
  const version =
    candidate?.versions.find(({ network }) => network === props.network) ??
    candidate?.versions.find(({ state }) => state === "awaiting-approval") ??
    candidate?.versions[0];
  useTell(
    "review.look",
    candidate ? candidate.versions.map(({ content_hash }) => content_hash).join() : null,
    {
      candidate: props.item.candidate,
      versions: candidate?.versions.map(({ id, content_hash }) => ({ version: id, content_hash })) ?? [],
    },
  );
  if (!post || !about || !candidate || !version) return <section />;
  return (
    <section className="flex min-h-0 min-w-0 flex-col">
      <div className="bar" data-pane>
        <h2 className="clip">{props.item.title}</h2>
        <span className="grow" />
        <Segmented
          name={t("versions")}
          value={version.network}
          onChange={props.onNetwork}
          tips
          options={candidate.versions.map(({ network }) => ({
            value: network,
            name: NETWORK_NAMES[network],
            face: (
              <>
                <NetworkBadge network={network} silent />
                {network === version.network && <span>{NETWORK_NAMES[network]}</span>}
              </>
            ),
          }))}
        />
        <span className="row gap-1">
          <Button
            look="ghost"
            size="small"
            icon="left"
            aria-label={t("previous")}
            keys="K"
            off={props.index <= 1 && t("previous.none")}
            onClick={() => props.onMove(-1)}
          />
          <span className="small num faint whitespace-nowrap">
            {t("position", { index: props.index, count: props.count })}
          </span>
          <Button
            look="ghost"
            size="small"
            icon="right"
            aria-label={t("next")}
            keys="J"
            off={props.index >= props.count && t("next.none")}
            onClick={() => props.onMove(1)}
          />
        </span>
      </div>
      <div className="desk scroll" data-pane>
        <Sheet
          key={version.id}
          post={post}
          candidate={candidate}
          version={version}
          about={about}
          onNetwork={props.onNetwork}
        />
        <Aside post={post} candidate={candidate} version={version} />
      </div>
      <Decide post={post.id} candidate={candidate} version={version} about={about} />
    </section>
  );
}

function Aside({
  post,
  candidate,
  version,
}: {
  post: PostView;
  candidate: CandidateView;
  version: VersionView;
}) {
  const { t } = useTranslation("review");
  const say = useSay();
  const other = post.candidates.find(({ id }) => id !== candidate.id);
  const twin = other?.versions.find(({ network }) => network === version.network);
  return (
    <aside className="grid grid-cols-[minmax(0,1fr)] content-start gap-3" aria-label={t("facts")}>
      {other && twin && (
        <article className="sheet side" aria-label={t("other")}>
          <div className="row mb-2 items-start">
            <kbd>{other.ordinal}</kbd>
            <b className="ang">{say.drafting(other.angle.code, other.angle.params)}</b>
            {twin.voice.score !== null && <Score value={twin.voice.score} name={t("voice")} />}
          </div>
          {/* Without empty lines, or the cut may fall on one and leave an ellipsis alone. */}
          <p className="copy read short">{twin.payload.text.replaceAll(/\n{2,}/g, "\n")}</p>
          <div className="row mt-2.5 justify-end">
            <Link
              className="btn xs"
              to="/compose/$post"
              params={{ post: post.id }}
              search={{ candidate: other.ordinal, network: version.network }}
            >
              {t("other.read")}
            </Link>
          </div>
        </article>
      )}
      <div className="sheet side">
        <Sources candidate={candidate} version={version} />
      </div>
      <div className="sheet side">
        <VoiceWhy voice={version.voice} />
      </div>
    </aside>
  );
}
