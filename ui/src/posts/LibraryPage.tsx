import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PostSummary, useLive, type VersionState } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { NetworkBadge } from "@/kit/NetworkBadge";
import { State, VERSION_STATES } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useKeys } from "@/kit/useKeys";

const STATES = Object.keys(VERSION_STATES) as VersionState[];

/** All posts, newest first. */
export function LibraryPage() {
  const { t } = useTranslation(["posts", "app"]);
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [state, setState] = useState<VersionState | "">("");
  const { data: posts, error } = useLive("post.list", { ...(text && { text }), ...(state && { state }) });
  if (error) throw error;
  const filtered = text !== "" || state !== "";
  const start = () => void navigate({ to: "/compose", search: {} });
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("posts:title")}</h1>
        {posts && <span className="small faint num">{t("posts:count", { count: posts.length })}</span>}
        <span className="grow" />
        <Filters text={text} onText={setText} state={state} onState={setState} />
        <Button icon="plus" onClick={start}>
          {t("posts:new")}
        </Button>
      </header>
      <div className="scroll flex-1 p-4" data-pane>
        {!posts && <Skeleton />}
        {posts && posts.length > 0 && <List posts={posts} />}
        {posts?.length === 0 && (
          <div className="sheet max-w-[640px]">
            {filtered ? (
              <Blank
                title={t("posts:nothing.title")}
                step={
                  <Button
                    onClick={() => {
                      setText("");
                      setState("");
                    }}
                  >
                    {t("posts:nothing.step")}
                  </Button>
                }
              >
                {t("posts:nothing.text")}
              </Blank>
            ) : (
              <Blank
                title={t("posts:empty.title")}
                step={
                  <Button look="primary" onClick={start}>
                    {t("posts:empty.step")}
                  </Button>
                }
              >
                {t("posts:empty.text")}
              </Blank>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function Filters(props: {
  text: string;
  onText: (text: string) => void;
  state: VersionState | "";
  onState: (state: VersionState | "") => void;
}) {
  const { t } = useTranslation(["posts", "app"]);
  const id = useId();
  return (
    <div className="row">
      <span className="search">
        <Icon name="search" size={14} />
        <input
          type="search"
          className="in"
          aria-label={t("posts:search")}
          placeholder={t("posts:search")}
          value={props.text}
          onChange={(event) => props.onText(event.target.value)}
        />
      </span>
      <label className="label" htmlFor={id}>
        {t("posts:state")}
      </label>
      <select
        id={id}
        className="in pickstate"
        value={props.state}
        onChange={(event) => props.onState(event.target.value as VersionState | "")}
      >
        <option value="">{t("posts:state.all")}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`app:state.${state}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function List({ posts }: { posts: readonly PostSummary[] }) {
  const { t } = useTranslation(["posts", "app"]);
  const formats = useFormats();
  return (
    <div className="sheet overflow-hidden">
      <table className="table">
        <thead>
          <tr>
            <th>{t("posts:column.post")}</th>
            <th>{t("posts:column.channels")}</th>
            <th>{t("posts:column.state")}</th>
            <th className="r">{t("posts:column.made")}</th>
            <th className="r">{t("posts:column.candidates")}</th>
            <th className="r">{t("posts:column.voice")}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <td className="what">
                <Link to="/compose/$post" params={{ post: post.id }} title={post.title || post.brief}>
                  {post.title || post.brief}
                </Link>
                <small className="clip block" title={post.brief}>
                  {post.tags.length > 0 && `${post.tags.join(", ")} · `}
                  {post.brief}
                </small>
              </td>
              <td>
                <span className="row gap-1">
                  {post.networks.map((network) => (
                    <NetworkBadge key={network} network={network} />
                  ))}
                </span>
              </td>
              <td>
                <State {...VERSION_STATES[post.state]}>{t(`app:state.${post.state}`)}</State>
              </td>
              <td className="r">{formats.date(post.created)}</td>
              <td className="r">{formats.whole(post.candidates)}</td>
              <td className="r">
                {post.voice === null ? (
                  <span className="faint">{t("posts:voice.none")}</span>
                ) : (
                  formats.tenths(post.voice)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rows that are to come. */
function Skeleton() {
  const { t } = useTranslation("app");
  return (
    <output className="sheet late grid gap-6 p-5" aria-label={t("loading")}>
      {[46, 31, 52].map((width) => (
        <span key={width} className="sk" style={{ width: `${width}%` }} />
      ))}
    </output>
  );
}

/** J and K move through the posts. */
function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>(".table .what a")];
  const here = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(Math.max(here + by, 0), links.length - 1)]?.focus();
}
