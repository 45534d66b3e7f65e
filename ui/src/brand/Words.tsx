import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceView } from "@/bridge";
import { Button } from "@/kit/Button";
import { useFormats } from "@/kit/useFormats";
import { useChange } from "./useChange";

/** The words that the brand uses, prefers and never uses, with counts, to change by hand. */
export function Words({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const { change } = useChange();
  const added = voice.edits.use_added;
  return (
    <section className="mt-5" aria-label={t("words")}>
      <h2>{t("words")}</h2>
      <div className="lexicon" lang={voice.language}>
        <List
          name={t("words.use")}
          count={voice.lexicon.length + added.length}
          add={
            <AddWord
              name={t("words.use.add")}
              onAdd={(word) => change({ kind: "use", word, listed: true })}
            />
          }
        >
          {added.map((word) => (
            <Row
              key={`+${word}`}
              note={t("words.by-hand")}
              onRemove={() => change({ kind: "use", word, listed: false })}
              word={word}
            >
              {word}
            </Row>
          ))}
          {voice.lexicon.map(({ text, posts }) => (
            <Row
              key={text}
              word={text}
              note={formats.whole(posts)}
              onRemove={() => change({ kind: "use", word: text, listed: false })}
            >
              {text}
            </Row>
          ))}
        </List>
        <List
          name={t("words.prefer")}
          count={voice.prefer.length}
          add={
            <AddPair
              onAdd={(word, instead) => change({ kind: "prefer", word, instead_of: [instead], listed: true })}
            />
          }
        >
          {voice.prefer.map((counted) => (
            <Row
              key={counted.rule.text}
              word={counted.rule.text}
              note={t("words.against", {
                with: formats.whole(counted.with),
                without: formats.whole(counted.without),
              })}
              onRemove={() =>
                change({ kind: "prefer", word: counted.rule.text, instead_of: [], listed: false })
              }
            >
              <ins>{counted.rule.text}</ins> <del>{counted.rule.instead_of.join(", ")}</del>
            </Row>
          ))}
        </List>
        <List
          name={t("words.never")}
          count={voice.never.length}
          add={
            <AddWord
              name={t("words.never.add")}
              onAdd={(word) => change({ kind: "never", word, listed: true })}
            />
          }
        >
          {voice.never.map((rule) => (
            <Row
              key={rule.text}
              word={rule.text}
              note={rule.source?.file ?? t("words.by-hand")}
              onRemove={() => change({ kind: "never", word: rule.text, listed: false })}
            >
              {rule.text}
            </Row>
          ))}
        </List>
      </div>
    </section>
  );
}

/** Words of a list that are shown before all are asked for. */
const SHOWN = 8;

function List(props: { name: string; count: number; add: ReactNode; children: ReactNode[] }) {
  const { t } = useTranslation("brand");
  const [all, setAll] = useState(false);
  const rows = props.children.flat();
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <div>
      <h3>
        {props.name} <span className="faint num">{props.count}</span>
      </h3>
      <ul>{shown}</ul>
      {rows.length === 0 && <p className="small faint mt-2">{t("words.none")}</p>}
      {rows.length > SHOWN && (
        <Button look="ghost" size="tiny" className="mt-1" onClick={() => setAll(!all)}>
          {all ? t("words.fewer") : t("words.all", { count: rows.length })}
        </Button>
      )}
      {props.add}
    </div>
  );
}

function Row(props: { word: string; note: string; onRemove: () => void; children: ReactNode }) {
  const { t } = useTranslation("brand");
  return (
    <li>
      <span className="word">{props.children}</span>
      <span className="n clip max-w-[110px]" title={props.note}>
        {props.note}
      </span>
      <Button
        look="ghost"
        size="tiny"
        icon="close"
        aria-label={t("words.remove", { word: props.word })}
        onClick={props.onRemove}
      />
    </li>
  );
}

function AddWord({ name, onAdd }: { name: string; onAdd: (word: string) => void }) {
  const { t } = useTranslation("brand");
  const [word, setWord] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() === "") return;
    onAdd(word.trim());
    setWord("");
  };
  return (
    <form onSubmit={add}>
      <span className="row">
        <input
          className="in grow"
          aria-label={name}
          placeholder={name}
          maxLength={80}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <Button type="submit" size="small" icon="plus" aria-label={t("words.add", { word })} />
      </span>
    </form>
  );
}

function AddPair({ onAdd }: { onAdd: (word: string, instead: string) => void }) {
  const { t } = useTranslation("brand");
  const [word, setWord] = useState("");
  const [instead, setInstead] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() === "" || instead.trim() === "") return;
    onAdd(word.trim(), instead.trim());
    setWord("");
    setInstead("");
  };
  return (
    <form onSubmit={add}>
      <span className="row">
        <input
          className="in grow"
          aria-label={t("words.prefer.add")}
          placeholder={t("words.prefer.add")}
          maxLength={80}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <input
          className="in grow"
          aria-label={t("words.prefer.over")}
          placeholder={t("words.prefer.over")}
          maxLength={80}
          value={instead}
          onChange={(event) => setInstead(event.target.value)}
        />
        <Button type="submit" size="small" icon="plus" aria-label={t("words.add", { word })} />
      </span>
    </form>
  );
}
