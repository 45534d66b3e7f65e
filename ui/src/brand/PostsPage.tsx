import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PastPostView, useLive, useWrite } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { BrandFrame } from "./BrandPage";
import { Paste } from "./Paste";
import { useChange } from "./useChange";

/** Posts of a page of the list. */
const PAGE = 50;

/** What the brand published before: paste more, find, mark and take out. */
export function PostsPage() {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const [text, setText] = useState("");
  const [page, setPage] = useState(0);
  const wanted = useDeferredValue(text);
  const { data, error } = useLive("past-posts.list", { text: wanted, offset: page * PAGE, limit: PAGE });
  if (error) throw error;
  const pages = Math.ceil((data?.total ?? 0) / PAGE);
  return (
    <BrandFrame
      room="posts"
      about={data && t("posts.count", { count: data.total, replace: { count: formats.whole(data.total) } })}
    >
      <div className="mid scroll" data-pane>
        <Paste open={data?.total === 0 && text === ""} />
        <div className="row mt-5">
          <h2>{t("posts.title")}</h2>
          <span className="grow" />
          <span className="search">
            <Icon name="search" size={14} />
            <input
              type="search"
              className="in"
              aria-label={t("posts.search")}
              placeholder={t("posts.search")}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setPage(0);
              }}
            />
          </span>
        </div>
        {data?.total === 0 && (
          <Blank title={t(text ? "posts.nothing" : "posts.empty")}>
            {t(text ? "posts.nothing.text" : "posts.empty.text")}
          </Blank>
        )}
        {data && data.posts.length > 0 && (
          <ul className="pasted">
            {data.posts.map((post) => (
              <Post key={post.id} post={post} />
            ))}
          </ul>
        )}
        {pages > 1 && (
          <div className="row mt-3">
            <Button
              size="small"
              icon="left"
              aria-label={t("posts.before")}
              off={page === 0 && t("posts.first")}
              onClick={() => setPage(page - 1)}
            />
            <span className="small num">
              {t("posts.page", { page: formats.whole(page + 1), pages: formats.whole(pages) })}
            </span>
            <Button
              size="small"
              icon="right"
              aria-label={t("posts.after")}
              off={page + 1 >= pages && t("posts.last")}
              onClick={() => setPage(page + 1)}
            />
          </div>
        )}
      </div>
    </BrandFrame>
  );
}

function Post({ post }: { post: PastPostView }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const { change } = useChange();
  const remove = useWrite("past-posts.remove");
  const say = useSay();
  const tell = useMessages((messages) => messages.say);
  const where = [
    post.network && t(`network.${post.network}`),
    post.date ? formats.date(post.date) : t("posts.undated"),
    post.avoided && t("posts.avoided"),
    post.pinned && t("posts.pinned"),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <p className="said">{post.text}</p>
        <p className="small faint num">{where.join(", ")}</p>
      </div>
      <div className="row">
        <Button
          look="ghost"
          size="tiny"
          aria-pressed={post.avoided}
          onClick={() => change({ kind: "exemplar", post: post.id, mark: post.avoided ? "none" : "avoid" })}
        >
          {t(post.avoided ? "posts.learn" : "shelf.avoid")}
        </Button>
        <Button
          look="ghost"
          size="tiny"
          busy={remove.isPending && t("posts.removing")}
          onClick={() =>
            remove.mutate(
              { posts: [post.id] },
              {
                onSuccess: () => tell({ tone: "done", text: t("posts.removed") }),
                onError: (failure) =>
                  tell({
                    tone: "failed",
                    text: say.failure(failure.code, failure.params, failure.message),
                  }),
              },
            )
          }
        >
          {t("posts.remove")}
        </Button>
      </div>
    </li>
  );
}
