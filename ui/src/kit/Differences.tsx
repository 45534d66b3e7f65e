import { useTranslation } from "react-i18next";
import type { DiffPiece } from "@/bridge";

/** Two texts in one: what was removed and what was added, told apart by more than color. */
export function Differences({ pieces }: { pieces: readonly DiffPiece[] }) {
  const { t } = useTranslation("app");
  if (!pieces.some(({ change }) => change !== "same")) {
    return <p className="small faint">{t("diff.same")}</p>;
  }
  return (
    <p className="diff">
      {pieces.map((piece, index) => {
        // Pieces have no identity but their place.
        const key = `${index}-${piece.change}`;
        if (piece.change === "removed") {
          return (
            <del key={key}>
              <span className="vh">{t("diff.removed")} </span>
              {piece.text}
            </del>
          );
        }
        if (piece.change === "added") {
          return (
            <ins key={key}>
              <span className="vh">{t("diff.added")} </span>
              {piece.text}
            </ins>
          );
        }
        return <span key={key}>{piece.text}</span>;
      })}
    </p>
  );
}
