import { useTranslation } from "react-i18next";
import type { Finding, Severity } from "@/bridge";
import { SEVERITIES, State } from "@/kit/State";

const ORDER: readonly Severity[] = ["block", "warn", "note"];

/** How many findings of each severity; "No findings" if there are none. */
export function FindingCounts({ findings }: { findings: readonly Pick<Finding, "severity">[] }) {
  const { t } = useTranslation("app");
  const shown = ORDER.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (shown.length === 0) {
    return (
      <State tone="green" icon="check">
        {t("severity.none")}
      </State>
    );
  }
  return shown.map(({ severity, count }, index) => (
    <State key={severity} {...SEVERITIES[severity]}>
      {index === 0 ? (
        t(`severity.${severity}`, { count })
      ) : (
        <>
          <span aria-hidden="true">{count}</span>
          <span className="vh">{t(`severity.${severity}`, { count })}</span>
        </>
      )}
    </State>
  ));
}
