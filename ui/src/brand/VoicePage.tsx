import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRead, useWrite, type VoiceView } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { BrandFrame } from "./BrandPage";
import { Measures } from "./Measures";
import { Shelf } from "./Shelf";
import { Tone } from "./Tone";
import { TryText } from "./TryText";
import { Words } from "./Words";

/** The voice: tone with its evidence, words, measures, exemplars, and a text to try. */
export function VoicePage() {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const { data: voice, error } = useRead("voice.get", {});
  if (error) throw error;
  const about =
    voice && voice.revision > 0
      ? t("voice.about", {
          count: voice.posts,
          replace: { count: formats.whole(voice.posts), revision: formats.whole(voice.revision) },
        })
      : undefined;
  return (
    <BrandFrame
      room="voice"
      about={about}
      actions={
        <>
          <Link to="/brand/$room" params={{ room: "posts" }} className="btn sm">
            {t("voice.add")}
          </Link>
          <LearnAgain />
        </>
      }
    >
      <div className="mid scroll" data-pane>
        {!voice && <Skeleton />}
        {voice?.posts === 0 && (
          <div className="sheet max-w-[640px]">
            <Blank
              title={t("voice.empty.title")}
              step={
                <Link to="/brand/$room" params={{ room: "posts" }} className="btn pri">
                  {t("voice.add")}
                </Link>
              }
            >
              {t("voice.empty.text", { needed: voice.posts_needed })}
            </Blank>
          </div>
        )}
        {voice && voice.posts > 0 && <Whole voice={voice} />}
      </div>
      {voice && <TryText voice={voice} />}
    </BrandFrame>
  );
}

function Whole({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  return (
    <>
      {voice.posts < voice.posts_needed && (
        <p className="strip mb-3" role="status">
          {t("voice.few", { count: voice.posts, needed: voice.posts_needed })}
        </p>
      )}
      <Tone voice={voice} />
      <Words voice={voice} />
      <Measures voice={voice} />
      <Shelf voice={voice} />
    </>
  );
}

function LearnAgain() {
  const { t } = useTranslation("brand");
  const { mutate, isPending } = useWrite("voice.relearn");
  const say = useSay();
  const tell = useMessages((messages) => messages.say);
  return (
    <Button
      size="small"
      icon="refresh"
      busy={isPending && t("voice.learning")}
      onClick={() =>
        mutate(
          {},
          {
            onSuccess: (voice) => tell({ tone: "done", text: t("voice.learned", { count: voice.posts }) }),
            onError: (failure) =>
              tell({
                tone: "failed",
                text: say.failure(failure.code, failure.params, failure.message),
                about: `error.${failure.code}`,
              }),
          },
        )
      }
    >
      {t("voice.again")}
    </Button>
  );
}

function Skeleton() {
  return (
    <div className="grid gap-4" aria-hidden="true">
      {[0, 1, 2, 3].map((line) => (
        <span key={line} className="sk late" style={{ height: 72 }} />
      ))}
    </div>
  );
}
