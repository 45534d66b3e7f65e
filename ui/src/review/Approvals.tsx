import { useTranslation } from "react-i18next";
import type { About, DecisionView, LevelView, VersionView } from "@/bridge";
import { Decision } from "@/kit/Stamp";

/** The stamps of a version, what was decided last, and the place of each stamp that is to come. */
export function Approvals({ version, about }: { version: VersionView; about: About }) {
  const { t } = useTranslation("review");
  const { approval, state } = version;
  const waiting = state === "awaiting-approval";
  const missing = approval.levels.filter(({ met }) => !met);
  const decisions = shown(version);
  return (
    <div className="flex flex-wrap items-center gap-x-7 gap-y-5 px-2 py-2">
      {decisions.map((decision) => (
        <Decision
          key={`${decision.kind}-${decision.member}-${decision.at}-${decision.voided_at}`}
          decision={decision}
          lands={!decision.voided_at}
        />
      ))}
      {waiting &&
        missing.map((level, index) => (
          <Place
            key={level.name}
            level={level}
            next={index === 0}
            mine={index === 0 && approval.refusal === null}
            alone={about.members.length === 1}
          />
        ))}
      {!waiting && decisions.length === 0 && (
        <div className="stamp wait">
          <b>
            {approval.ready && approval.mode !== "required" && approval.mode !== "levels"
              ? t(approval.mode === "none" ? "ready.none" : "ready.optional")
              : t("stamp.wait")}
          </b>
        </div>
      )}
    </div>
  );
}

/** A dashed box where a stamp is to come: whose it is. */
function Place(props: { level: LevelView; next: boolean; mine: boolean; alone: boolean }) {
  const { t } = useTranslation("review");
  const { level, mine, next } = props;
  const left = level.named.filter((name) => !level.stamped.includes(name));
  const names = left.join(level.need === "all" ? ", " : t("stamp.or"));
  return (
    <div className="stamp wait">
      <b dir="auto">
        {mine
          ? level.name
            ? t("stamp.yours", { level: level.name })
            : t("stamp.you")
          : level.name
            ? t("stamp.theirs", { level: level.name })
            : t("stamp.wait")}
      </b>
      {mine && <span>{t("stamp.press")}</span>}
      {!mine && left.length === 0 && <span>{t("stamp.nobody")}</span>}
      {!mine && left.length > 0 && (
        <span dir="auto">{t(level.need === "all" ? "stamp.all" : "stamp.who", { names })}</span>
      )}
      {!next && <span>{t("stamp.later")}</span>}
    </div>
  );
}

/** Stamps that stand, else the last thing that was decided. */
function shown({ decisions }: VersionView): DecisionView[] {
  const stands = ({ kind, voided_at }: DecisionView) =>
    (kind === "approve" || kind === "override") && !voided_at;
  const last = decisions.at(-1);
  const standing = decisions.filter(stands);
  if (standing.length > 0 || !last) return standing;
  return [last];
}
