import { useTranslation } from "react-i18next";
import type { DecisionView, VersionView } from "@/bridge";
import { Icon } from "./Icon";
import { useFormats } from "./useFormats";

/** The first eight signs of a content hash, as a stamp has them. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

/** A decision on a version: a stamp, a void stamp, or the words that asked for changes. */
export function Decision({ decision, lands = false }: { decision: DecisionView; lands?: boolean }) {
  const { t } = useTranslation("review");
  const formats = useFormats();
  const at = formats.moment(decision.at);
  if (decision.kind === "request-changes") {
    return (
      <blockquote className="asked">
        <p className="row gap-1.5">
          <Icon name="talk" size={14} />
          <b>{t("changes.by", { name: decision.member, at })}</b>
        </p>
        {decision.comment && <p className="said">{decision.comment}</p>}
      </blockquote>
    );
  }
  if (decision.voided_at) {
    return (
      <p className="stamp void">
        <b>{t("stamp.void")}</b>
        <span>{t("stamp.edited", { at: formats.moment(decision.voided_at) })}</span>
        <span>{t("stamp.was", { hash: shortHash(decision.content_hash) })}</span>
      </p>
    );
  }
  return (
    <p className={lands ? "stamp lands" : "stamp"}>
      <b>{t("stamp.approved")}</b>
      <span>{t("stamp.by", { name: decision.member, at })}</span>
      <span>{t("stamp.proof", { hash: shortHash(decision.content_hash) })}</span>
    </p>
  );
}

/** What was decided on a version last, at the head of its margin: there it is seen however long the text is. */
export function LastDecision({ version }: { version: VersionView }) {
  const { t } = useTranslation("review");
  const decision = version.decisions.at(-1);
  if (!decision) return null;
  return (
    <section className="last" aria-label={t("approvals")}>
      <Decision decision={decision} />
    </section>
  );
}
