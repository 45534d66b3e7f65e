import { useTranslation } from "react-i18next";
import type { Exemplar, VoiceView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Where } from "./Tone";
import { useChange } from "./useChange";

/** Posts at the center of the voice, and posts that stand apart from it. */
export function Shelf({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  const { near, far } = voice.exemplars;
  if (near.length + far.length === 0) return null;
  return (
    <section className="mt-5" aria-label={t("shelf")}>
      <h2>{t("shelf")}</h2>
      <Posts posts={near} voice={voice} />
      {far.length > 0 && (
        <>
          <h3 className="mt-4">{t("shelf.far")}</h3>
          <p className="small faint">{t("shelf.far.help")}</p>
          <Posts posts={far} voice={voice} />
        </>
      )}
    </section>
  );
}

function Posts({ posts, voice }: { posts: readonly Exemplar[]; voice: VoiceView }) {
  const { t } = useTranslation("brand");
  const { change, pending } = useChange();
  const mark = (post: string, mark: "pin" | "avoid" | "none") => change({ kind: "exemplar", post, mark });
  return (
    <div className="shelf">
      {posts.map((exemplar) => (
        <article key={exemplar.post} className="sheet">
          <div>
            <p className="said" lang={voice.language}>
              {exemplar.text}
            </p>
            <Where quoted={voice.quoted.find(({ post }) => post === exemplar.post)} />
          </div>
          <div className="row">
            <Button
              size="tiny"
              aria-pressed={exemplar.pinned}
              busy={pending && t("saving")}
              onClick={() => mark(exemplar.post, exemplar.pinned ? "none" : "pin")}
            >
              {t(exemplar.pinned ? "shelf.unpin" : "shelf.pin")}
            </Button>
            <Button look="ghost" size="tiny" onClick={() => mark(exemplar.post, "avoid")}>
              {t("shelf.avoid")}
            </Button>
          </div>
        </article>
      ))}
    </div>
  );
}
