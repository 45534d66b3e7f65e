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
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { Proof } from "@/kit/Proof";
import { proofOf } from "@/kit/proofOf";
import { LastDecision } from "@/kit/Stamp";
import { State, VERSION_STATES } from "@/kit/State";
import { segments } from "@/kit/segments";
import { MOD, useKeys } from "@/kit/useKeys";
import { BesideFields } from "./BesideFields";
import { FindingNote } from "./FindingNote";
import { FlowsTo, Following } from "./Following";
import { MediaStrip } from "./MediaStrip";
import { stepNote } from "./noteFocus";
import { SavedMark } from "./SavedMark";
import type { Sheet } from "./sheet";
import { Sources, VoiceWhy } from "./Under";
import { useDeskActions } from "./useDeskActions";
import { type Savers, useSaver } from "./useSavers";
import { VersionTabs } from "./VersionTabs";

/** A sheet on the desk: the tabs, the text with the notes, and under it what it stands on. */
export function VersionDesk(props: {
  candidate: CandidateView;
  sheet: Sheet;
  /** The version on the desk; none: the global text. */
  version: VersionView | null;
  savers: Savers;
  about: About;
  language: Language;
  onTab: (tab: NetworkId | "global") => void;
  onHistory: () => void;
}) {
  const { t } = useTranslation(["compose", "app"]);
  const { candidate, sheet, version, savers } = props;
  const saver = savers.of(sheet);
  const state = useSaver(saver, sheet);
  const actions = useDeskActions(sheet, savers);
  const [lit, setLit] = useState<string | null>(null);
  const [shownFix, setShownFix] = useState<Fix | null>(null);

  const { shown } = state;
  const proof = useMemo(() => proofOf(sheet, shown), [sheet, shown]);
  // A fix was made for the text as it was checked; while typing is under way it is not shown in the line.
  const changes = useMemo(() => {
    if (!shownFix || shown !== sheet.payload.text) return [];
    const ranges = toUtf16(
      sheet.payload.text,
      shownFix.edits.map((edit) => edit.span),
    );
    return shownFix.edits.flatMap((edit, index) => {
      const range = ranges[index];
      return range ? [{ range, text: edit.text }] : [];
    });
  }, [shownFix, shown, sheet]);
  const parts = useMemo(
    () => segments(shown, proof.marks, proof.footnotes, changes),
    [shown, proof, changes],
  );

  const readOnly = props.about.member.role === "viewer" || props.about.member.role === "reviewer";
  const fixable = sheet.findings.filter((finding) => finding.fixes.length > 0).length;
  useKeys({
    n: () => stepNote(1),
    "Shift+n": () => stepNote(-1),
    h: props.onHistory,
    ...(!readOnly && {
      f: fixable > 0 ? actions.fixAll : undefined,
      "Mod+z": actions.undo,
      "Mod+Shift+z": actions.redo,
      "Mod+y": actions.redo,
      "Mod+s": actions.save,
    }),
  });

  const notes = proof.notes.flatMap(({ id, index }, place) => {
    const finding = sheet.findings[index];
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
  const tab = sheet.network ?? "global";
  return (
    <Tabs.Root
      className="contents"
      value={tab}
      onValueChange={(value) => props.onTab(value as NetworkId | "global")}
    >
      <div className="edtabs">
        <VersionTabs candidate={candidate} />
        <span className="grow" />
        <div className="row saved">
          <SavedMark state={state} revision={sheet.revision} onTake={() => saver.drop(sheet)} />
          <Button
            look="ghost"
            size="small"
            icon="undo"
            aria-label={t("compose:undo")}
            keys={sheet.can_undo ? `${MOD} Z` : ""}
            off={!sheet.can_undo && state.text === null && t("compose:undo.none")}
            onClick={actions.undo}
          />
          <Button
            look="ghost"
            size="small"
            icon="redo"
            aria-label={t("compose:redo")}
            off={!sheet.can_redo && t("compose:redo.none")}
            onClick={actions.redo}
          />
          <Button
            look="ghost"
            size="small"
            icon="clock"
            aria-label={t("compose:history")}
            keys="H"
            onClick={props.onHistory}
          />
        </div>
      </div>
      <Tabs.Content value={tab} className="sheet edit" tabIndex={-1}>
        <div className="scroll" data-pane>
          <div className="slugrow">
            <span className="slug">
              {sheet.network === null
                ? t("compose:global.slug", {
                    candidate: candidate.ordinal,
                    revision: sheet.revision.number,
                  })
                : t("compose:version.slug", {
                    candidate: candidate.ordinal,
                    revision: sheet.revision.number,
                    network: NETWORK_NAMES[sheet.network],
                  })}
            </span>
            {version ? (
              <Following version={version} savers={savers} readOnly={readOnly} />
            ) : (
              <FlowsTo candidate={candidate} />
            )}
            {version && version.state !== "draft" && (
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
            head={version && version.decisions.length > 0 && <LastDecision version={version} />}
            copy={
              <Editor
                name={
                  sheet.network === null
                    ? t("compose:global.text")
                    : t("compose:text", { network: NETWORK_NAMES[sheet.network] })
                }
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
            <Sources candidate={candidate} version={sheet} />
            <VoiceWhy voice={sheet.voice} />
          </div>
          <MediaStrip candidate={candidate} sheet={sheet} savers={savers} readOnly={readOnly} />
          <BesideFields sheet={sheet} savers={savers} readOnly={readOnly} />
        </div>
      </Tabs.Content>
    </Tabs.Root>
  );
}
