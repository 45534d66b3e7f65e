import { Tabs } from "radix-ui";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type About,
  type CandidateView,
  type Fix,
  type Language,
  type NetworkId,
  toUtf16,
  type VersionView,
} from "@/bridge";
import { Button } from "@/kit/Button";
import { Editor } from "@/kit/Editor";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { Proof } from "@/kit/Proof";
import { proofOf } from "@/kit/proofOf";
import { LastDecision } from "@/kit/Stamp";
import { State, VERSION_STATES } from "@/kit/State";
import { segments } from "@/kit/segments";
import { useFormats } from "@/kit/useFormats";
import { MOD, useKeys } from "@/kit/useKeys";
import { FindingNote } from "./FindingNote";
import { stepNote } from "./noteFocus";
import { SavedMark } from "./SavedMark";
import { MediaRow, Sources, VoiceWhy } from "./Under";
import { useDeskActions } from "./useDeskActions";
import { type Savers, useSaver } from "./useSavers";

/** A version on the desk: its tabs, its text with the notes, and under it what it stands on. */
export function VersionDesk(props: {
  candidate: CandidateView;
  version: VersionView;
  savers: Savers;
  about: About;
  language: Language;
  onNetwork: (network: NetworkId) => void;
}) {
  const { t } = useTranslation(["compose", "app"]);
  const { candidate, version, savers } = props;
  const saver = savers.of(version);
  const state = useSaver(saver, version);
  const actions = useDeskActions(version, saver, savers);
  const [lit, setLit] = useState<string | null>(null);
  const [shownFix, setShownFix] = useState<Fix | null>(null);

  const { shown } = state;
  const proof = useMemo(() => proofOf(version, shown), [version, shown]);
  // A fix was made for the text as it was checked; while typing is under way it is not shown in the line.
  const changes = useMemo(() => {
    if (!shownFix || shown !== version.payload.text) return [];
    const ranges = toUtf16(
      version.payload.text,
      shownFix.edits.map((edit) => edit.span),
    );
    return shownFix.edits.flatMap((edit, index) => {
      const range = ranges[index];
      return range ? [{ range, text: edit.text }] : [];
    });
  }, [shownFix, shown, version]);
  const parts = useMemo(
    () => segments(shown, proof.marks, proof.footnotes, changes),
    [shown, proof, changes],
  );

  const readOnly = props.about.member.role === "viewer" || props.about.member.role === "reviewer";
  const fixable = version.findings.filter((finding) => finding.fixes.length > 0).length;
  useKeys({
    n: () => stepNote(1),
    "Shift+n": () => stepNote(-1),
    ...(!readOnly && {
      f: fixable > 0 ? actions.fixAll : undefined,
      "Mod+z": actions.undo,
      "Mod+Shift+z": actions.redo,
      "Mod+y": actions.redo,
      "Mod+s": actions.save,
    }),
  });

  const notes = proof.notes.flatMap(({ id, index }, place) => {
    const finding = version.findings[index];
    if (!finding) return [];
    const content = (
      <FindingNote
        key={id}
        finding={finding}
        readOnly={readOnly}
        busy={actions.busy !== null}
        onShow={setShownFix}
        onFix={(fix) => {
          setShownFix(null);
          actions.fix(finding, fix, place);
        }}
      />
    );
    return [{ id, severity: finding.severity, content }];
  });
  const name = NETWORK_NAMES[version.network];
  return (
    <Tabs.Root
      className="contents"
      value={version.network}
      onValueChange={(value) => props.onNetwork(value as NetworkId)}
    >
      <div className="edtabs">
        <Tabs.List className="tabs" aria-label={t("compose:versions")} data-pane>
          {candidate.versions.map((other) => (
            <VersionTab key={other.id} version={other} />
          ))}
        </Tabs.List>
        <span className="grow" />
        <div className="row saved">
          <SavedMark state={state} version={version} onTake={() => saver.drop(version)} />
          <Button
            look="ghost"
            size="small"
            icon="undo"
            aria-label={t("compose:undo")}
            keys={version.can_undo ? `${MOD} Z` : ""}
            off={!version.can_undo && state.text === null && t("compose:undo.none")}
            onClick={actions.undo}
          />
          <Button
            look="ghost"
            size="small"
            icon="redo"
            aria-label={t("compose:redo")}
            off={!version.can_redo && t("compose:redo.none")}
            onClick={actions.redo}
          />
        </div>
      </div>
      <Tabs.Content value={version.network} className="sheet edit" tabIndex={-1}>
        <div className="scroll" data-pane>
          <div className="slugrow">
            <span className="slug">
              {t("compose:version.slug", {
                candidate: candidate.ordinal,
                revision: version.revision.number,
                network: name,
              })}
            </span>
            {version.state !== "draft" && (
              <State {...VERSION_STATES[version.state]}>{t(`app:state.${version.state}`)}</State>
            )}
            <span className="grow" />
            {fixable > 0 && !readOnly && (
              <Button
                size="tiny"
                keys="F"
                busy={actions.busy === "fix-all" && t("compose:fix.fixing")}
                onClick={actions.fixAll}
              >
                {t("compose:fix.all", { count: fixable })}
              </Button>
            )}
          </div>
          <Proof
            notes={notes}
            notesName={t("compose:notes")}
            lit={lit}
            onLit={setLit}
            head={version.decisions.length > 0 && <LastDecision version={version} />}
            copy={
              <Editor
                name={t("compose:text", { network: name })}
                value={shown}
                onChange={(text) => saver.type(text)}
                onBlur={actions.save}
                parts={parts}
                lit={lit}
                showing={changes.length > 0}
                readOnly={readOnly}
                language={props.language}
                {...(notes[0] && { details: notes[0].id })}
              />
            }
          />
          <div className="under">
            <Sources candidate={candidate} version={version} />
            <VoiceWhy voice={version.voice} />
          </div>
          <MediaRow version={version} />
          {version.payload.first_comment && (
            <p className="mediarow items-center">
              <span className="label">{t("compose:comment")}</span>
              <span className="grow font-serif">{version.payload.first_comment}</span>
            </p>
          )}
        </div>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function VersionTab({ version }: { version: VersionView }) {
  const formats = useFormats();
  const { value, limit } = version.count;
  return (
    <Tabs.Trigger value={version.network} className="tab">
      <NetworkBadge network={version.network} silent />
      <span className="name">{NETWORK_NAMES[version.network]}</span>{" "}
      <span className={value > limit ? "cnt over" : "cnt"}>
        {formats.whole(value)} / {formats.whole(limit)}
      </span>
    </Tabs.Trigger>
  );
}
