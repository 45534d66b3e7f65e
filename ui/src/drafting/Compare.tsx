import clsx from "clsx";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type CandidateView, type NetworkId, type PostView, useWrite, type VersionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { proofOf } from "@/kit/proofOf";
import { Score } from "@/kit/Score";
import { Ticked } from "@/kit/Ticked";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { FindingCounts } from "./FindingCounts";
import { Facts } from "./Minis";
import { Sources, VoiceWhy } from "./Under";

/** The candidates at full height, with their findings, reasons and sources. */
export function Compare(props: {
  post: PostView;
  network: NetworkId;
  current: CandidateView;
  onTake: (ordinal: number) => void;
}) {
  const { t } = useTranslation("compose");
  return (
    <section
      className="columns"
      data-count={props.post.candidates.length}
      aria-label={t("candidates.compare")}
    >
      {props.post.candidates.map((candidate) => {
        const version =
          candidate.versions.find((other) => other.network === props.network) ?? candidate.versions[0];
        return version ? (
          <Column
            key={candidate.id}
            candidate={candidate}
            version={version}
            on={candidate.id === props.current.id}
            onTake={() => props.onTake(candidate.ordinal)}
          />
        ) : null;
      })}
    </section>
  );
}

function Column(props: { candidate: CandidateView; version: VersionView; on: boolean; onTake: () => void }) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const pin = useWrite("candidate.pin");
  const tell = useMessages((state) => state.say);
  const { candidate, version, on } = props;
  const { marks, footnotes, notes } = useMemo(
    () => proofOf(version, version.payload.text, "column"),
    [version],
  );
  const angle = say.drafting(candidate.angle.code, candidate.angle.params);
  return (
    <article className={clsx("sheet column", on && "on trim")} aria-label={angle} data-pane>
      <header className="hd">
        <kbd>{candidate.ordinal}</kbd>
        <h2 className="h3 grow">{angle}</h2>
        <Button
          look="ghost"
          size="tiny"
          icon="pin"
          aria-label={candidate.pinned ? t("unpin") : t("pin")}
          aria-pressed={candidate.pinned}
          onClick={() =>
            pin.mutate(
              { candidate: candidate.id, pinned: !candidate.pinned },
              {
                onError: ({ code, params, message }) =>
                  tell({ tone: "failed", text: say.failure(code, params, message) }),
              },
            )
          }
        />
        {version.voice.score !== null && <Score value={version.voice.score} name={t("voice.name")} />}
      </header>
      <div className="scroll">
        <Ticked text={version.payload.text} marks={marks} footnotes={footnotes} />
        {notes.map(({ id, index }) => {
          const finding = version.findings[index];
          if (!finding) return null;
          const number = marks.findIndex((mark) => mark.id === id) + 1;
          return (
            <div key={id} className="mn">
              {number > 0 ? <span className={`tick is-${finding.severity}`}>{number}</span> : <span />}
              <span>
                <b>{say.finding(finding.code, finding.params)}</b>
                {say.findingHelp(finding.code, finding.params)}
              </span>
            </div>
          );
        })}
        <VoiceWhy voice={version.voice} headless />
        <Sources candidate={candidate} version={version} headless />
      </div>
      <footer className="ft small">
        <FindingCounts findings={version.findings} />
        <Facts version={version} />
        <Button
          size="tiny"
          look={on ? "ghost" : "plain"}
          onClick={props.onTake}
          aria-current={on ? "true" : undefined}
        >
          {on ? t("candidates.working") : t("candidates.use")}
        </Button>
      </footer>
    </article>
  );
}
