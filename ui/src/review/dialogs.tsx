import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure, RejectReason } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { useSay } from "@/text/say";

export const REASONS: readonly RejectReason[] = [
  "off-voice",
  "wrong-fact",
  "unsupported-claim",
  "weak-opening",
  "too-long",
  "wrong-format",
  "hashtag-misuse",
  "compliance",
  "duplicate",
  "other",
];

/** A dialog that asks for words, and keeps them until they were sent. */
export function WordsDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  about?: string;
  label: string;
  help: string;
  send: string;
  busy: string | false;
  danger?: boolean;
  error: Failure | null;
  onReset: () => void;
  /** Sends the words; they are forgotten once `done` is called. */
  onSend: (words: string, done: () => void) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation("app");
  const say = useSay();
  const id = useId();
  const [words, setWords] = useState("");
  const { error } = props;
  const send = () => props.onSend(words, () => setWords(""));
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      {...(props.about && { about: props.about })}
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {props.children}
        <div className="field">
          <label htmlFor={id}>{props.label}</label>
          <textarea
            id={id}
            className={error ? "in bad" : "in"}
            rows={4}
            dir="auto"
            value={words}
            aria-invalid={error !== null}
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              setWords(event.target.value);
              if (error) props.onReset();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              send();
            }}
          />
          <p id={`${id}-help`} className={error ? "help bad" : "help"} role={error ? "alert" : undefined}>
            {error ? say.failure(error.code, error.params, error.message) : props.help}
          </p>
        </div>
        <div className="end">
          <Button onClick={() => props.onOpenChange(false)}>{t("cancel")}</Button>
          <Button
            type="submit"
            look={props.danger ? "danger" : "primary"}
            {...(props.danger && { className: "fill" })}
            busy={props.busy}
          >
            {props.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** One of the reasons of the list. */
export function ReasonChoice(props: {
  value: RejectReason | null;
  missing: boolean;
  onChange: (reason: RejectReason) => void;
}) {
  const { t } = useTranslation("review");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("reject.reason")}</label>
      <select
        id={id}
        className={props.missing ? "in bad" : "in"}
        value={props.value ?? ""}
        aria-invalid={props.missing}
        aria-describedby={props.missing ? `${id}-help` : undefined}
        onChange={(event) => props.onChange(event.target.value as RejectReason)}
      >
        <option value="" disabled>
          {t("reject.need")}
        </option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reason.${reason}`)}
          </option>
        ))}
      </select>
      {props.missing && (
        <p id={`${id}-help`} className="help bad" role="alert">
          {t("reject.need")}
        </p>
      )}
    </div>
  );
}
