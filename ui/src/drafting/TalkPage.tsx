import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AdvisoryChoice, useLive, useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { Turn } from "./Turn";

/** Drafting by asking: the same pipeline, a turn at a time. */
export function TalkPage() {
  const { t } = useTranslation("talk");
  const { conversation } = useSearch({ from: "/talk" });
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        <span className="grow" />
        <Link to="/compose" search={{}} className="btn">
          {t("compose")}
        </Link>
        <Link to="/talk" search={{}} className="btn">
          <Icon name="plus" />
          {t("new")}
        </Link>
      </header>
      <div className="talk">
        <Past current={conversation} />
        <Talk key={conversation ?? ""} conversation={conversation} />
      </div>
    </>
  );
}

/** Earlier conversations, found by their words. */
function Past({ current }: { current: string | undefined }) {
  const { t } = useTranslation("talk");
  const formats = useFormats();
  const [text, setText] = useState("");
  const { data: rows } = useLive("conversation.list", text.trim() ? { text } : {});
  return (
    <nav className="pasttalks" aria-label={t("past")} data-pane>
      <span className="search">
        <Icon name="search" size={14} />
        <input
          type="search"
          className="in"
          aria-label={t("search")}
          placeholder={t("search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      <div className="scroll">
        {rows?.length === 0 && <p className="small faint p-2">{text ? t("past.nothing") : t("past.none")}</p>}
        {rows?.map((row) => (
          <Link
            key={row.id}
            to="/talk"
            search={{ conversation: row.id }}
            aria-current={row.id === current ? "page" : undefined}
          >
            <span className="clip">{row.title}</span>
            <small className="faint num">
              {t("past.turns", { count: row.turns })}, {formats.moment(row.at)}
            </small>
          </Link>
        ))}
      </div>
    </nav>
  );
}

function Talk({ conversation }: { conversation: string | undefined }) {
  const { t } = useTranslation("talk");
  const say = useSay();
  const id = useId();
  const navigate = useNavigate();
  const { data, error } = useRead("conversation.get", { conversation: conversation ?? "" }, !!conversation);
  const speak = useWrite("conversation.say");
  const [text, setText] = useState("");
  const tell = (words: string, choice?: AdvisoryChoice) => {
    if (speak.isPending) return;
    speak.mutate(
      { text: words, ...(conversation && { conversation }), ...(choice && { choice }) },
      {
        onSuccess: (after) => {
          if (!choice) setText("");
          void navigate({ to: "/talk", search: { conversation: after.id }, replace: !!conversation });
        },
      },
    );
  };
  const failure = speak.error ?? error;
  const turns = data?.turns ?? [];
  return (
    <section className="talking" aria-label={t("title")}>
      <ol className="turns scroll" aria-live="polite" data-pane>
        {turns.length === 0 && (
          <li className="blanktalk">
            <h2>{t("empty.title")}</h2>
            <p className="mute">{t("empty.text")}</p>
          </li>
        )}
        {turns.map((turn, index) => (
          <Turn
            key={turn.id}
            turn={turn}
            last={index === turns.length - 1}
            onChoose={(choice) => tell(say.drafting(choice.code, choice.params), choice)}
          />
        ))}
      </ol>
      <form
        className="speak"
        data-pane
        onSubmit={(event) => {
          event.preventDefault();
          tell(text);
        }}
      >
        {turns.some((turn) => turn.post) && (
          <div className="asks">
            {(["shorter", "formal", "price", "opening"] as const).map((ask) => (
              <Button key={ask} size="small" onClick={() => tell(t(`ask.${ask}`))}>
                {t(`ask.${ask}`)}
              </Button>
            ))}
          </div>
        )}
        <div className="field">
          <label htmlFor={id} className="vh">
            {t("say")}
          </label>
          <textarea
            id={id}
            className={failure ? "in bad" : "in"}
            rows={2}
            // biome-ignore lint/a11y/noAutofocus: to say something is the one thing to do here.
            autoFocus
            aria-describedby={`${id}-help`}
            placeholder={turns.length > 0 ? t("say.more") : t("say.first")}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              if (speak.error) speak.reset();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              tell(text);
            }}
          />
          <p id={`${id}-help`} className={failure ? "help bad" : "help"}>
            {failure ? say.failure(failure.code, failure.params, failure.message) : t("say.help")}
          </p>
        </div>
        <Button type="submit" look="primary" size="large" keys="↵" busy={speak.isPending && t("say.busy")}>
          {t("say.do")}
        </Button>
      </form>
    </section>
  );
}
