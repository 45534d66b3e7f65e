import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CommentThread, type CommentView, Failure, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { initials } from "@/kit/initials";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";

/** A thread of comments, as it stands beside its words. */
export function ThreadNote({ thread, off }: { thread: CommentThread; off: string | false }) {
  const { t } = useTranslation("review");
  const [answering, setAnswering] = useState(false);
  const failed = useFailed();
  const resolve = useWrite("comment.resolve");
  const reply = useWrite("comment.reply");
  return (
    <section className="thread" aria-label={t("talk.on", { quote: short(thread.quote) })}>
      {thread.span === null && (
        <p className="gone" dir="auto">
          {t("talk.gone", { quote: short(thread.quote) })}
        </p>
      )}
      {thread.comments.map((comment) => (
        <Said key={comment.id} comment={comment} off={off} />
      ))}
      {thread.resolved && <p className="faint">{t("talk.resolved", { name: thread.resolved.by })}</p>}
      {answering ? (
        <Words
          label={t("talk.reply.place")}
          send={t("talk.reply")}
          busy={reply.isPending}
          error={reply.error}
          onCancel={() => setAnswering(false)}
          onSend={(text) =>
            reply.mutate({ thread: thread.id, text }, { onSuccess: () => setAnswering(false) })
          }
        />
      ) : (
        <div className="do">
          <Button
            size="tiny"
            icon="check"
            off={off}
            onClick={() =>
              resolve.mutate({ thread: thread.id, resolved: !thread.resolved }, { onError: failed })
            }
          >
            {t(thread.resolved ? "talk.reopen" : "talk.resolve")}
          </Button>
          <Button size="tiny" look="ghost" off={off} onClick={() => setAnswering(true)}>
            {t("talk.reply")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** One comment: who, when, what; one's own can be changed. */
function Said({ comment, off }: { comment: CommentView; off: string | false }) {
  const { t } = useTranslation("review");
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const failed = useFailed();
  const edit = useWrite("comment.edit");
  const remove = useWrite("comment.delete");
  return (
    <article className="saying">
      <h4>
        <span className="av xs" aria-hidden="true">
          {initials(comment.by)}
        </span>
        <bdi className="clip">{comment.by}</bdi>
        <time className="faint num" dateTime={comment.at}>
          {formats.moment(comment.at)}
        </time>
        {comment.edited && comment.text !== null && <span className="faint">{t("talk.edited")}</span>}
      </h4>
      {editing ? (
        <Words
          label={t("talk.place")}
          send={t("talk.save")}
          start={comment.text ?? ""}
          busy={edit.isPending}
          error={edit.error}
          onCancel={() => setEditing(false)}
          onSend={(text) =>
            edit.mutate({ comment: comment.id, text }, { onSuccess: () => setEditing(false) })
          }
        />
      ) : (
        <p className={comment.text === null ? "words faint" : "words"} dir="auto">
          {comment.text ?? t("talk.deleted")}
        </p>
      )}
      {comment.own && !editing && (
        <div className="own">
          <button type="button" disabled={off !== false} onClick={() => setEditing(true)}>
            {t("talk.edit")}
          </button>
          <button
            type="button"
            disabled={off !== false}
            onClick={() => remove.mutate({ comment: comment.id }, { onError: failed })}
          >
            {t("talk.delete")}
          </button>
        </div>
      )}
    </article>
  );
}

/** A field for a comment. Ctrl and Enter send it, Esc leaves it. */
export function Words(props: {
  label: string;
  send: string;
  start?: string;
  busy: boolean;
  error: Failure | null;
  onSend: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation("app");
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(props.start ?? "");
  const { error } = props;
  return (
    <form
      className="grid gap-1.5 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend(text);
      }}
    >
      <textarea
        className={error ? "in bad" : "in"}
        rows={3}
        aria-label={props.label}
        aria-invalid={error !== null}
        aria-describedby={error ? id : undefined}
        placeholder={props.label}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the key or button that was pressed.
        autoFocus
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            props.onCancel();
          }
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            props.onSend(text);
          }
        }}
      />
      {error && (
        <p id={id} className="help bad" role="alert">
          {say.failure(error.code, error.params, error.message)}
        </p>
      )}
      <div className="do">
        <Button type="submit" size="tiny" aria-disabled={props.busy}>
          {props.send}
        </Button>
        <Button size="tiny" look="ghost" onClick={props.onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** A quotation that fits a line or two. */
export function short(quote: string): string {
  const line = quote.replaceAll(/\s+/g, " ").trim();
  const signs = [...line];
  return signs.length > 80 ? `${signs.slice(0, 79).join("")}…` : line;
}

function useFailed() {
  const say = useSay();
  const tell = useMessages((state) => state.say);
  return (thrown: unknown) => {
    const failure = Failure.of(thrown);
    tell({
      tone: "failed",
      text: say.failure(failure.code, failure.params, failure.message),
      about: `error.${failure.code}`,
    });
  };
}
