import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CandidateView, VersionView, VoiceScore } from "@/bridge";
import { Reasons } from "@/kit/Score";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";

/** The facts that a version states, each as a quotation of the document it stands in. */
export function Sources(props: {
  candidate: Pick<CandidateView, "facts">;
  version: Pick<VersionView, "citations">;
  headless?: boolean;
}) {
  const { t } = useTranslation("compose");
  const used = new Set(props.version.citations.map((citation) => citation.fact));
  const facts = props.candidate.facts
    .map((fact, index) => ({ fact, number: index + 1 }))
    .filter((_, index) => used.has(index));
  return (
    <section aria-label={props.headless ? undefined : t("sources")}>
      <h3 className={props.headless ? "vh" : undefined}>{t("sources")}</h3>
      {facts.length === 0 ? (
        <p className="small faint">{t("sources.none")}</p>
      ) : (
        <ol className="sources">
          {facts.map(({ fact, number }) => (
            <li key={fact.entry + number}>
              <b>{number}</b>
              <span>
                <q>{fact.text}</q>{" "}
                <Link
                  className="where"
                  to="/knowledge"
                  search={{ document: fact.document, entry: fact.entry }}
                  title={fact.headings.join(" › ")}
                >
                  <span className="file">
                    {fact.file}
                    {fact.headings.length > 0 && ","}
                  </span>{" "}
                  {fact.headings.at(-1)}
                </Link>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The voice score with its reasons, or why there is none. */
export function VoiceWhy({ voice, headless = false }: { voice: VoiceScore; headless?: boolean }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const say = useSay();
  if (voice.score === null) {
    return (
      <section aria-label={headless ? undefined : t("voice.none")} className="grid gap-1">
        <State tone="plain" icon="note">
          {t("voice.none")}
        </State>
        <p className="small faint">{t("voice.none.text", { count: voice.posts })}</p>
      </section>
    );
  }
  const title = t("voice", { score: formats.tenths(voice.score) });
  return (
    <section aria-label={headless ? undefined : title}>
      <h3 className={headless ? "vh" : "num"}>{title}</h3>
      {voice.reasons.length === 0 ? (
        <p className="small faint">{t("voice.plain")}</p>
      ) : (
        <Reasons
          reasons={voice.reasons.slice(0, 4).map((reason, index) => ({
            key: `${reason.code}-${index}`,
            points: reason.points,
            text: say.voice(reason.code, reason.params),
          }))}
        />
      )}
    </section>
  );
}
