import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BrandProfile, type Failure, useRead, useWrite } from "@/bridge";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { useWords } from "./words";

/** A profile while it is written: what is kept, what was changed, and how to keep it. */
export function useDraft() {
  const { t } = useTranslation("brand");
  const { data, error } = useRead("brand.get", {});
  if (error) throw error;
  const { mutate, isPending, error: refused, reset } = useWrite("brand.save");
  const [changed, setChanged] = useState<Partial<BrandProfile>>({});
  const tell = useMessages((messages) => messages.say);
  const say = useSay();
  const words = useWords();
  const kept = data === undefined ? undefined : (data?.profile ?? EMPTY);
  const base = data?.revision ?? 0;
  const draft = kept && { ...kept, ...changed };
  const dirty = Object.keys(changed).length > 0;
  return {
    draft,
    base,
    dirty,
    pending: isPending,
    set: (change: Partial<BrandProfile>) => {
      reset();
      setChanged((before) => ({ ...before, ...change }));
    },
    drop: () => {
      reset();
      setChanged({});
    },
    /** What is wrong with a field, in words. */
    wrong: (field: string): string | null =>
      refused?.code === "brand-invalid" && refused.params.field === field
        ? words.problem(refused.params.problem ?? "")
        : null,
    /** A refusal that no field shows. */
    refused: other(refused),
    save: () => {
      if (!draft) return;
      mutate(
        { profile: draft, base },
        {
          onSuccess: () => {
            setChanged({});
            tell({ tone: "done", text: t("profile.saved") });
          },
          onError: (failure) => {
            if (failure.code !== "brand-invalid")
              tell({
                tone: "failed",
                text: say.failure(failure.code, failure.params, failure.message),
                about: `error.${failure.code}`,
              });
          },
        },
      );
    },
  };
}

function other(failure: Failure | null): Failure | null {
  return failure && failure.code !== "brand-invalid" ? failure : null;
}

const EMPTY: BrandProfile = {
  schema_version: 1,
  name: "",
  one_liner: "",
  language: "en",
  audiences: [],
  website: null,
  hashtags: [],
  rules: {
    never: [],
    prefer: [],
    required: [],
    emoji: null,
    exclamation_marks: null,
    use_hashtags: null,
    max_sentence_words: null,
    contractions: null,
    speaks_as: null,
    spelling: null,
  },
  kit: { logo: null, palette: [], fonts: [] },
};
