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
  if (decision.kind === "request-changes" || decision.kind === "reject") {
    const rejected = decision.kind === "reject";
    return (
      <blockquote className={rejected ? "asked no" : "asked"}>
        <p className="row gap-1.5">
          <Icon name={rejected ? "close" : "talk"} size={14} />
          <b>{t(rejected ? "reject.by" : "changes.by", { name: decision.member, at })}</b>
        </p>
        {decision.reason && <p>{t(`reason.${decision.reason}`)}</p>}
        {decision.comment && (
          <p className="said" dir="auto">
            {decision.comment}
          </p>
        )}
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
  if (decision.kind === "override") {
    return (
      <p className={lands ? "stamp over lands" : "stamp over"}>
        <b>{t("stamp.override")}</b>
        <span>{t("stamp.by", { name: decision.member, at })}</span>
        <span dir="auto">{decision.comment}</span>
        <span>{t("stamp.proof", { hash: shortHash(decision.content_hash) })}</span>
      </p>
    );
  }
  return (
    <p className={lands ? "stamp lands" : "stamp"}>
      <b>{t("stamp.approved")}</b>
      <span>{t("stamp.by", { name: decision.member, at })}</span>
      <span>
        {decision.level
          ? t("stamp.level", { level: decision.level, hash: shortHash(decision.content_hash) })
          : t("stamp.proof", { hash: shortHash(decision.content_hash) })}
      </span>
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
