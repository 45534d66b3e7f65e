import { useTranslation } from "react-i18next";
import type { Finding, Fix } from "@/bridge";
import { Button } from "@/kit/Button";
import { HelpLink } from "@/kit/HelpLink";
import { Icon } from "@/kit/Icon";
import { SEVERITIES } from "@/kit/State";
import { useSay } from "@/text/say";

/** A finding in the margin: what it is, and its fixes, each named by its result. */
export function FindingNote(props: {
  finding: Finding;
  readOnly?: boolean;
  busy?: boolean;
  /** A fix is looked at: it is shown in the line. Null: no more. */
  onShow?: (fix: Fix | null) => void;
  onFix?: (fix: number) => void;
}) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const { finding } = props;
  const help = say.findingHelp(finding.code, finding.params);
  return (
    <>
      <h4>
        <Icon name={SEVERITIES[finding.severity].icon} size={14} />
        <span>{say.finding(finding.code, finding.params)}</span>
      </h4>
      <p>
        {help} <HelpLink about={`guard.${finding.guard}`} words="why" />
      </p>
      {finding.span === null && <p className="faint">{t("note.whole")}</p>}
      {finding.source?.date && (
        <p className="faint num">
          {finding.source.name.replace(/^https?:\/\/(www\.)?/, "").split("/")[0]}, {finding.source.date}
        </p>
      )}
      {!props.readOnly && finding.fixes.length > 0 && (
        <div className="do">
          {finding.fixes.slice(0, 3).map((fix, index) => (
            <Button
              key={`${fix.code}-${fix.edits.map((edit) => edit.text).join("|")}`}
              size="tiny"
              aria-disabled={props.busy}
              onMouseEnter={() => props.onShow?.(fix)}
              onMouseLeave={() => props.onShow?.(null)}
              onFocus={() => props.onShow?.(fix)}
              onBlur={() => props.onShow?.(null)}
              onClick={() => props.onFix?.(index)}
            >
              {say.fix(fix.code, fix.params)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
