import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { GuardView } from "@/bridge";
import { Button } from "@/kit/Button";
import { useKeysSheet } from "@/kit/useKeysSheet";
import { useSay } from "@/text/say";
import { NetworkFacts } from "./NetworkFacts";
import type { Entry } from "./useEntries";

/** One entry, whole. */
export function EntrySheet({ entry }: { entry: Entry }) {
  const { t } = useTranslation(["help", "app"]);
  const say = useSay();
  const openKeys = useKeysSheet((sheet) => sheet.set);
  const code = entry.group === "errors" ? entry.id.replace("error.", "") : null;
  return (
    <article className="sheet entry" aria-labelledby="help-entry">
      <span className="slug">{t(`help:group.${entry.group}`)}</span>
      <h2 id="help-entry">{entry.title}</h2>
      {code && <p>{say.failure(code, {}, entry.text)}</p>}
      <p>{entry.text}</p>
      {entry.guard && <GuardFacts guard={entry.guard} />}
      {entry.network && <NetworkFacts network={entry.network} />}
      {entry.id === "keys" && (
        <p>
          <Button icon="keyboard" onClick={() => openKeys(true)}>
            {t("app:keys.title")}
          </Button>
        </p>
      )}
      {code && <p className="small faint">{t("help:code", { code })}</p>}
    </article>
  );
}

function GuardFacts({ guard }: { guard: GuardView }) {
  const { t } = useTranslation("help");
  const say = useSay();
  return (
    <>
      <Part name={t("finds")}>
        <ul className="finds">
          {guard.codes.map((code) => (
            <li key={code}>
              <span>{say.finding(code, {})}</span>
              <span className="small mute">{whole(say.findingHelp(code, {}))}</span>
              {guard.limits.includes(code) && <span className="small faint">{t("limit")}</span>}
            </li>
          ))}
        </ul>
      </Part>
      <Part name={t("fixes")}>
        <p>{say.guardFix(guard.id)}</p>
      </Part>
      <Part name={t("sources")}>
        {guard.sources.length === 0 ? (
          <p className="mute">{t("own-rule")}</p>
        ) : (
          <ul>
            {guard.sources.map((source) => (
              <Source key={source.name} address={source.name} date={source.date ?? ""} />
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}

/** A sentence that needs the words of a finding says nothing without one. */
function whole(sentence: string | null): string | null {
  return sentence?.includes("…") ? null : sentence;
}

/** A part of an entry under its own head. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="part" aria-label={name}>
      <h3>{name}</h3>
      {children}
    </section>
  );
}

/** Where a rule comes from: an address to copy, as nothing leaves this window. */
export function Source({ address, date }: { address: string; date: string }) {
  const { t } = useTranslation("help");
  return <li className="small mute source">{t("read", { address, date })}</li>;
}
