import { Popover } from "radix-ui";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PostView, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useSay } from "@/text/say";

/** The post's tags, to find it by in the library. */
export function Tags({ post, readOnly }: { post: PostView; readOnly: boolean }) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const id = useId();
  const tag = useWrite("post.tag");
  const [word, setWord] = useState("");
  const set = (tags: string[]) => tag.mutate({ post: post.id, tags }, { onSuccess: () => setWord("") });
  const add = () => word.trim() !== "" && set([...post.tags, word]);
  const shown = post.tags.length > 0 ? post.tags.join(", ") : t("tags.none");
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="chip tags" aria-label={t("tags.are", { tags: shown })}>
          <Icon name="tag" size={14} />
          <span className="clip">{shown}</span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" side="top" align="end" sideOffset={6} collisionPadding={12}>
          <h3>{t("tags")}</h3>
          <ul className="taglist">
            {post.tags.map((one) => (
              <li key={one} className="row">
                <span className="clip grow">{one}</span>
                {!readOnly && (
                  <Button
                    look="ghost"
                    size="tiny"
                    icon="close"
                    aria-label={t("tags.remove", { tag: one })}
                    onClick={() => set(post.tags.filter((other) => other !== one))}
                  />
                )}
              </li>
            ))}
          </ul>
          {!readOnly && (
            <form
              className="field"
              onSubmit={(event) => {
                event.preventDefault();
                add();
              }}
            >
              <label className="label" htmlFor={id}>
                {t("tags.add")}
              </label>
              <span className="row">
                <input
                  id={id}
                  className={tag.error ? "in bad" : "in"}
                  value={word}
                  aria-describedby={`${id}-help`}
                  onChange={(event) => setWord(event.target.value)}
                />
                <Button type="submit" onClick={() => undefined}>
                  {t("tags.do")}
                </Button>
              </span>
              <p id={`${id}-help`} className={tag.error ? "help bad" : "help"}>
                {tag.error
                  ? say.failure(tag.error.code, tag.error.params, tag.error.message)
                  : t("tags.help")}
              </p>
            </form>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
