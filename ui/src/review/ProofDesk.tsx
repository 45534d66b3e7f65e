import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type About,
  type CandidateView,
  type NetworkId,
  type PostView,
  type ReviewItem,
  useAbout,
  useRead,
  type VersionView,
} from "@/bridge";
import { FindingNote } from "@/drafting/FindingNote";
import { Sources, VoiceWhy } from "@/drafting/Under";
import { Button } from "@/kit/Button";
import { Copy } from "@/kit/Copy";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { Proof } from "@/kit/Proof";
import { proofOf } from "@/kit/proofOf";
import { Scaled } from "@/kit/Scaled";
import { Score } from "@/kit/Score";
import { Segmented } from "@/kit/Segmented";
import { Decision } from "@/kit/Stamp";
import { State, VERSION_STATES } from "@/kit/State";
import { segments } from "@/kit/segments";
import { Preview } from "@/networks/Preview";
import { useSurface } from "@/networks/PreviewPane";
import { useSay } from "@/text/say";
import { Decide } from "./Decide";

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

function Sheet(props: {
  post: PostView;
  candidate: CandidateView;
  version: VersionView;
  about: About;
  onNetwork: (network: NetworkId) => void;
}) {
  const { t } = useTranslation(["review", "compose", "app"]);
  const say = useSay();
  const { candidate, version, post } = props;
  const surface = useSurface();
  const [lit, setLit] = useState<string | null>(null);
  const proof = useMemo(() => proofOf(version, version.payload.text, "review"), [version]);
  const parts = useMemo(() => segments(version.payload.text, proof.marks, proof.footnotes), [version, proof]);
  const notes = proof.notes.flatMap(({ id, index }) => {
    const finding = version.findings[index];
    return finding
      ? [{ id, severity: finding.severity, content: <FindingNote finding={finding} readOnly /> }]
      : [];
  });
  return (
    <article className="sheet pf on trim">
      <div className="slugrow">
        <kbd>{candidate.ordinal}</kbd>
        <b>{say.drafting(candidate.angle.code, candidate.angle.params)}</b>
        <span className="slug whitespace-nowrap">
          {t("review:revision", { revision: version.revision.number })}
        </span>
        <State {...VERSION_STATES[version.state]}>{t(`app:state.${version.state}`)}</State>
        <span className="grow" />
        {version.voice.score !== null && (
          <>
            <span className="small faint">{t("review:voice")}</span>
            <Score value={version.voice.score} name={t("compose:voice.name")} />
          </>
        )}
      </div>
      <Proof
        notes={notes}
        notesName={t("compose:notes")}
        lit={lit}
        onLit={setLit}
        copy={
          <div className="copy read" lang={post.language}>
            <Copy parts={parts} lit={lit} />
          </div>
        }
      />
      <div className="minipv">
        <section aria-label={t("review:approvals")}>
          <p className="label mb-1">{t("review:approvals")}</p>
          <Approvals version={version} />
        </section>
        <section aria-label={t("review:previews")}>
          <p className="label mb-1">{t("review:previews")}</p>
          <div className="pvs">
            {candidate.versions.map((other) => (
              <div key={other.id} className={other.id === version.id ? "sc on" : "sc"}>
                <div inert>
                  <Scaled scale={0.335} height={168}>
                    <Preview
                      version={other}
                      about={props.about}
                      device="phone"
                      surface={surface}
                      language={post.language}
                    />
                  </Scaled>
                </div>
                <button
                  type="button"
                  aria-label={t("compose:versions.show", { network: NETWORK_NAMES[other.network] })}
                  aria-pressed={other.id === version.id}
                  onClick={() => props.onNetwork(other.network)}
                />
              </div>
            ))}
          </div>
        </section>
      </div>
    </article>
  );
}

/** The stamps of this version, and the place of the next. */
function Approvals({ version }: { version: VersionView }) {
  const { t } = useTranslation("review");
  return (
    <div className="flex flex-wrap items-center gap-x-7 gap-y-5 px-2 py-2">
      {version.decisions.slice(-2).map((decision) => (
        <Decision
          key={`${decision.kind}-${decision.at}-${decision.voided_at}`}
          decision={decision}
          lands={!decision.voided_at}
        />
      ))}
      {version.state === "awaiting-approval" && (
        <div className="stamp wait">
          <b>{t("stamp.you")}</b>
          <span>{t("stamp.press")}</span>
        </div>
      )}
      {version.state !== "awaiting-approval" && version.decisions.length === 0 && (
        <div className="stamp wait">
          <b>{t("stamp.wait")}</b>
        </div>
      )}
    </div>
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
