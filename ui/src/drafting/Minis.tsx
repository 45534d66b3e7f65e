import clsx from "clsx";
import { RadioGroup } from "radix-ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CandidateView, NetworkId, PostView, VersionView } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { proofOf } from "@/kit/proofOf";
import { Score } from "@/kit/Score";
import { Ticked } from "@/kit/Ticked";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { FindingCounts } from "./FindingCounts";

/** The candidates side by side, as small sheets: one stop for Tab, arrows within. */
export function Minis(props: {
  post: PostView;
  network: NetworkId;
  current: CandidateView;
  onTake: (ordinal: number) => void;
}) {
  const { t } = useTranslation("compose");
  return (
    <RadioGroup.Root
      className="minis"
      data-count={props.post.candidates.length}
      data-pane
      aria-label={t("candidates")}
      value={String(props.current.ordinal)}
      onValueChange={(value) => props.onTake(Number(value))}
      orientation="horizontal"
    >
      {props.post.candidates.map((candidate) => {
        const version =
          candidate.versions.find((other) => other.network === props.network) ?? candidate.versions[0];
        return version ? (
          <Mini
            key={candidate.id}
            candidate={candidate}
            version={version}
            on={candidate.id === props.current.id}
          />
        ) : null;
      })}
    </RadioGroup.Root>
  );
}

function Mini({ candidate, version, on }: { candidate: CandidateView; version: VersionView; on: boolean }) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const { marks, footnotes } = useMemo(() => proofOf(version, version.payload.text, "mini"), [version]);
  return (
    <RadioGroup.Item value={String(candidate.ordinal)} className={clsx("sheet mini", on && "on trim")}>
      <span className="hd">
        <kbd>{candidate.ordinal}</kbd>
        {candidate.pinned && (
          <span title={t("pinned")}>
            <Icon name="pin" size={14} />
            <span className="vh">{t("pinned")}</span>
          </span>
        )}
        <span className="ang">{say.drafting(candidate.angle.code, candidate.angle.params)}</span>
        {version.voice.score !== null && <Score value={version.voice.score} name={t("voice.name")} />}
      </span>
      <Ticked
        text={condensed(version.payload.text)}
        marks={condense(version.payload.text, marks)}
        footnotes={condense16(version.payload.text, footnotes)}
      />
      <span className="ft small">
        <FindingCounts findings={version.findings} />
        <Facts version={version} />
      </span>
    </RadioGroup.Item>
  );
}

/** "3 facts, 66 words" */
export function Facts({ version }: { version: VersionView }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const words = version.payload.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const used = new Set(version.citations.map((citation) => citation.fact)).size;
  return (
    <span className="counts faint num">
      {t("candidates.facts", { count: used, replace: { count: formats.whole(used) } })},{" "}
      {t("candidates.words", { count: words, replace: { count: formats.whole(words) } })}
    </span>
  );
}

/** Small sheets have no empty lines: there is room for four lines only. */
function condensed(text: string): string {
  return text.replaceAll(/\n{2,}/g, "\n");
}

/** How many characters `condensed` takes out before a place. */
function taken(text: string, place: number): number {
  return place - condensed(text.slice(0, place)).length;
}

function condense<T extends { range: { start: number; end: number } }>(
  text: string,
  marks: readonly T[],
): T[] {
  return marks.map((mark) => ({
    ...mark,
    range: {
      start: mark.range.start - taken(text, mark.range.start),
      end: mark.range.end - taken(text, mark.range.end),
    },
  }));
}

function condense16<T extends { at: number }>(text: string, footnotes: readonly T[]): T[] {
  return footnotes.map((note) => ({ ...note, at: note.at - taken(text, note.at) }));
}
