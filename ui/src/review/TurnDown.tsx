import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CandidateView, type RejectReason, useWrite } from "@/bridge";
import { useMessages } from "@/kit/Toasts";
import { ReasonChoice, WordsDialog } from "./dialogs";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; candidate: CandidateView };

/** Changes are asked for with words, or the writer could not act on it. */
export function AskForChanges({ open, onOpenChange, candidate }: Props) {
  const { t } = useTranslation("review");
  const tell = useMessages((state) => state.say);
  const request = useWrite("review.request_changes");
  return (
    <WordsDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("changes.title")}
      label={t("changes.label")}
      help={t("changes.help")}
      send={t("changes.send")}
      busy={request.isPending && t("changes.busy")}
      error={request.error}
      onReset={request.reset}
      onSend={(comment, done) =>
        request.mutate(
          { candidate: candidate.id, comment },
          {
            onSuccess: () => {
              done();
              onOpenChange(false);
              tell({ tone: "done", text: t("changes.done") });
            },
          },
        )
      }
    />
  );
}

/** A rejection has a reason of the list, and words where the list has none. */
export function RejectDialog({ open, onOpenChange, candidate }: Props) {
  const { t } = useTranslation("review");
  const tell = useMessages((state) => state.say);
  const reject = useWrite("review.reject");
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <WordsDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("reject.title")}
      label={t("reject.comment")}
      help={t("reject.help")}
      send={t("reject.send")}
      danger
      busy={reject.isPending && t("reject.busy")}
      error={reject.error}
      onReset={reject.reset}
      onSend={(comment, done) => {
        if (!reason) return setMissing(true);
        reject.mutate(
          { candidate: candidate.id, reason, comment },
          {
            onSuccess: () => {
              done();
              setReason(null);
              onOpenChange(false);
              tell({ tone: "done", text: t("reject.done") });
            },
          },
        );
      }}
    >
      <ReasonChoice
        value={reason}
        missing={missing && !reason}
        onChange={(chosen) => {
          setReason(chosen);
          reject.reset();
        }}
      />
    </WordsDialog>
  );
}

/** An admin approves in place of the stamps that are left. */
export function OverrideDialog({ open, onOpenChange, candidate }: Props) {
  const { t } = useTranslation("review");
  const tell = useMessages((state) => state.say);
  const override = useWrite("review.override");
  const waiting = candidate.versions.filter(({ state }) => state === "awaiting-approval");
  return (
    <WordsDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("override.title")}
      about={t("override.text")}
      label={t("override.reason")}
      help=""
      send={t("override.send")}
      busy={override.isPending && t("override.busy")}
      error={override.error}
      onReset={override.reset}
      onSend={(reason, done) =>
        override.mutate(
          {
            candidate: candidate.id,
            reason,
            versions: waiting.map(({ id, content_hash }) => ({ version: id, content_hash })),
          },
          {
            onSuccess: () => {
              done();
              onOpenChange(false);
              tell({ tone: "done", text: t("override.done") });
            },
          },
        )
      }
    />
  );
}
