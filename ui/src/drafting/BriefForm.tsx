import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAbout, useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { State, VERSION_STATES } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { MOD } from "@/kit/useKeys";
import { useSay } from "@/text/say";

/** Longest brief in characters, as the application has it. */
const LIMIT = 4_000;

/** What the post should say. */
export function BriefForm({ brief, former }: { brief: string; former?: string | undefined }) {
  const { t } = useTranslation(["compose", "app"]);
  const formats = useFormats();
  const say = useSay();
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState(brief);
  const about = useAbout();
  const start = useWrite("draft.start");
  const characters = [...text].length;
  const draft = () =>
    start.mutate(
      { brief: text, ...(former && { former }) },
      {
        onSuccess: ({ run }) =>
          void navigate({ to: "/compose", search: { run, brief: text, ...(former && { former }) } }),
      },
    );
  return (
    <>
      <h1 className="vh">{t("compose:post.title")}</h1>
      <div className="start" data-pane>
        <form
          className="sheet trim"
          onSubmit={(event) => {
            event.preventDefault();
            draft();
          }}
        >
          <div>
            <label htmlFor={id} className="h1 block">
              {t("compose:brief.title")}
            </label>
            <p id={`${id}-help`} className="mute mt-1 min-h-10">
              {about ? (
                t("compose:brief.help", {
                  count: about.counts.documents,
                  replace: { count: formats.whole(about.counts.documents) },
                })
              ) : (
                <span className="late grid gap-2 pt-1">
                  <span className="sk" />
                  <span className="sk" style={{ width: "38%" }} />
                </span>
              )}
            </p>
          </div>
          <div className="field">
            <textarea
              id={id}
              className={start.error ? "in bad" : "in"}
              rows={4}
              // biome-ignore lint/a11y/noAutofocus: the brief is the one thing to do on this screen.
              autoFocus
              aria-describedby={`${id}-help ${id}-said`}
              aria-invalid={start.error !== null}
              placeholder={t("compose:brief.placeholder")}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                if (start.error) start.reset();
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                draft();
              }}
            />
            <div id={`${id}-said`} className="min-h-4">
              {start.error ? (
                <p className="help bad" role="alert">
                  <Icon name="block" size={14} />
                  {say.failure(start.error.code, start.error.params, start.error.message)}
                </p>
              ) : (
                characters > LIMIT * 0.8 && (
                  <p className="help num">
                    {t("compose:brief.count", {
                      value: formats.whole(characters),
                      limit: formats.whole(LIMIT),
                    })}
                  </p>
                )
              )}
            </div>
          </div>
          <div className="row">
            <span className="small faint row gap-[5px]">
              <Icon name="lock" size={14} />
              {t("compose:run.local")}
            </span>
            <span className="grow" />
            <Link to="/talk" search={{}} className="btn ghost lg">
              <Icon name="talk" />
              {t("compose:talk")}
            </Link>
            <Button
              type="submit"
              look="primary"
              size="large"
              keys={`${MOD} ↵`}
              busy={start.isPending && t("compose:brief.drafting")}
            >
              {t("compose:brief.draft")}
            </Button>
          </div>
          {text === "" && <Examples examples={about?.examples} onTake={setText} />}
        </form>
        <Recent />
      </div>
    </>
  );
}

/** Briefs to begin with; their places while the workspace is being opened. */
function Examples(props: { examples: readonly string[] | undefined; onTake: (example: string) => void }) {
  const { t } = useTranslation("compose");
  if (props.examples?.length === 0) return null;
  return (
    <div className="chips border-t border-rule pt-3">
      <p className="label">{t("brief.examples")}</p>
      {props.examples
        ? props.examples.slice(0, 3).map((example) => (
            <Button key={example} onClick={() => props.onTake(example)}>
              {example}
            </Button>
          ))
        : [62, 40, 51].map((width) => (
            <span key={width} className="late w-full">
              <span className="sk block" style={{ width: `${width}%`, height: 28 }} />
            </span>
          ))}
    </div>
  );
}

/** The last posts, for who comes back. */
function Recent() {
  const { t } = useTranslation(["compose", "app"]);
  const { data: posts } = useRead("post.list", {});
  if (!posts || posts.length === 0) return null;
  return (
    <nav className="recent" aria-label={t("compose:brief.recent")}>
      <p className="label mb-1 px-2.5">{t("compose:brief.recent")}</p>
      {posts.slice(0, 3).map((post) => (
        <Link key={post.id} to="/compose/$post" params={{ post: post.id }}>
          <span className="clip grow">{post.brief}</span>
          <State {...VERSION_STATES[post.state]}>{t(`app:state.${post.state}`)}</State>
        </Link>
      ))}
    </nav>
  );
}
