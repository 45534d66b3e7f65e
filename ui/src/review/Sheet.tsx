import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type About,
  type CandidateView,
  type NetworkId,
  type PostView,
  useRead,
  type VersionView,
} from "@/bridge";
import { FindingNote } from "@/drafting/FindingNote";
import { Button } from "@/kit/Button";
import { Copy } from "@/kit/Copy";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { type MarginNote, Proof } from "@/kit/Proof";
import { proofOf } from "@/kit/proofOf";
import { Scaled } from "@/kit/Scaled";
import { Score } from "@/kit/Score";
import { Segmented } from "@/kit/Segmented";
import { State, VERSION_STATES } from "@/kit/State";
import { pastOf, segments } from "@/kit/segments";
import { stepSelection } from "@/kit/selection";
import { useKeys } from "@/kit/useKeys";
import { Preview } from "@/networks/Preview";
import { useSurface } from "@/networks/PreviewPane";
import { useSay } from "@/text/say";
import { Approvals } from "./Approvals";
import { ThreadNote } from "./ThreadNote";
import { NEW, useTalk } from "./useTalk";

type Shown = "clean" | "former" | "look";

/** The proof of one version: its text with marks, what changed, and what is said of it. */
export function Sheet(props: {
  post: PostView;
  candidate: CandidateView;
  version: VersionView;
  about: About;
  onNetwork: (network: NetworkId) => void;
}) {
  const { t } = useTranslation(["review", "compose", "app"]);
  const { version, post, about } = props;
  const copy = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  const { shown, setShown, diff, choices, words } = useDiff(version);
  const off = about.member.role === "viewer" && t("review:talk.role");
  const talk = useTalk(version, copy, off);
  const proof = useMemo(() => proofOf(version, version.payload.text, "review"), [version]);
  const parts = segments(
    version.payload.text,
    [...proof.marks, ...talk.marks],
    proof.footnotes,
    [],
    diff ? pastOf(diff.parts) : [],
  );
  const findings = proof.notes.flatMap(({ id, index }): MarginNote[] => {
    const finding = version.findings[index];
    return finding
      ? [{ id, severity: finding.severity, content: <FindingNote finding={finding} readOnly /> }]
      : [];
  });
  useKeys({
    m: talk.begin,
    d: () => setShown(choices[(choices.indexOf(shown) + 1) % choices.length] ?? "clean"),
  });
  return (
    <article className="sheet pf on trim">
      <Slug {...props} words={words} />
      <div className="min-w-0">
        <div className="row mb-3 flex-wrap">
          {choices.length > 1 && (
            <Segmented
              name={t("review:show")}
              value={shown}
              onChange={setShown}
              options={choices.map((value) => {
                const number = version.revision.number;
                const name =
                  value === "former"
                    ? t("review:show.former", { from: number - 1, to: number })
                    : t(`review:show.${value}`);
                return { value, name, face: name };
              })}
            />
          )}
          <span className="grow" />
          <Button
            size="small"
            look="ghost"
            icon="talk"
            keys="M"
            off={off}
            // What is selected stays selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={talk.begin}
          >
            {t("app:keys.comment")}
          </Button>
        </div>
        <Proof
          notes={[...findings, ...talk.notes]}
          notesName={t("compose:notes")}
          lit={lit}
          onLit={setLit}
          copy={
            // biome-ignore lint/a11y/noNoninteractiveElementInteractions: words are chosen with the arrow keys.
            // biome-ignore lint/a11y/useSemanticElements: a text is no set of fields, and its words can be chosen.
            <div
              className="copy read"
              lang={post.language}
              dir="auto"
              ref={copy}
              role="group"
              aria-label={t("review:talk.copy")}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: words are chosen with the arrow keys.
              tabIndex={0}
              onKeyDown={(event) => {
                if (event.altKey || event.ctrlKey || event.metaKey) return;
                if (stepSelection(event.currentTarget, event.key, event.shiftKey)) event.preventDefault();
              }}
            >
              <Copy parts={parts} lit={talk.draft ? NEW : lit} />
            </div>
          }
        />
        {(talk.gone.length > 0 || talk.settled.length > 0) && (
          <section className="talkfoot" aria-label={t("review:talk")}>
            {talk.gone.map(({ id, thread }) => (
              <div key={id} className="mnote is-talk apart">
                <ThreadNote thread={thread} off={off} />
              </div>
            ))}
            {talk.settled.length > 0 && (
              <details>
                <summary className="small">
                  {t("review:talk.resolved.show", { count: talk.settled.length })}
                </summary>
                {talk.settled.map((thread) => (
                  <div key={thread.id} className="mnote is-note apart">
                    <ThreadNote thread={thread} off={off} />
                  </div>
                ))}
              </details>
            )}
          </section>
        )}
      </div>
      <Below {...props} />
    </article>
  );
}

/** What changed in a version, and which of it is shown. */
function useDiff(version: VersionView) {
  const { data: changes } = useRead("review.changes", { version: version.id });
  const [chosen, setShown] = useState<Shown | null>(null);
  const choices: Shown[] = [
    "clean",
    ...(changes?.look ? (["look"] as const) : []),
    ...(changes?.former ? (["former"] as const) : []),
  ];
  const wanted = chosen ?? (changes?.look ? "look" : "clean");
  const shown = choices.includes(wanted) ? wanted : "clean";
  const diff = shown === "clean" ? null : changes?.[shown];
  return { shown, setShown, diff, choices, words: changes?.look?.words ?? null };
}

function Slug({
  candidate,
  version,
  words,
}: {
  candidate: CandidateView;
  version: VersionView;
  words: number | null;
}) {
  const { t } = useTranslation(["review", "compose", "app"]);
  const say = useSay();
  return (
    <div className="slugrow">
      <kbd>{candidate.ordinal}</kbd>
      <b>{say.drafting(candidate.angle.code, candidate.angle.params)}</b>
      <span className="slug">
        {t("review:revision", { revision: version.revision.number })}
        {words !== null && `, ${t("review:words.look", { count: words })}`}
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
  );
}

/** Stamps, and every version as its network shows it. */
function Below(props: {
  post: PostView;
  candidate: CandidateView;
  version: VersionView;
  about: About;
  onNetwork: (network: NetworkId) => void;
}) {
  const { t } = useTranslation(["review", "compose"]);
  const surface = useSurface();
  const { candidate, version, post, about } = props;
  return (
    <div className="minipv">
      <section aria-label={t("review:approvals")}>
        <p className="label mb-1">{t("review:approvals")}</p>
        <Approvals version={version} about={about} />
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
                    about={about}
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
  );
}
