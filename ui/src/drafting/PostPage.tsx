import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Failure, type PostView, useAbout, useRead, useWrite } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { Menu } from "@/kit/Menu";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { Workbench } from "./Workbench";
import { WorkSkeleton } from "./WorkSkeleton";

/** A post: its brief, its run, its candidates. */
export function PostPage() {
  const { t } = useTranslation(["app", "compose"]);
  const { post: id } = useParams({ from: "/compose/$post" });
  const say = useSay();
  const { data: post, error } = useRead("post.get", { post: id });
  const about = useAbout();
  if (error) {
    return (
      <Blank title={t("app:lost.title")} step={<Link to="/library">{t("app:nav.library")}</Link>}>
        {say.failure(error.code, error.params, error.message)}
      </Blank>
    );
  }
  if (!post || !about) {
    return (
      <>
        <header className="bar brief">
          <h1 className="vh">{t("compose:post.title")}</h1>
          <span className="label">{t("compose:brief")}</span>
        </header>
        <div className="patches" />
        <WorkSkeleton name={t("app:loading")} />
      </>
    );
  }
  return (
    <>
      <Head post={post} />
      <Workbench key={post.id} post={post} about={about} />
    </>
  );
}

function Head({ post }: { post: PostView }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const navigate = useNavigate();
  const start = useWrite("draft.start");
  const copy = useWrite("post.duplicate");
  const follow = (run: string, brief: string) => void navigate({ to: "/compose", search: { run, brief } });
  const onError = (failure: Failure) =>
    tell({
      tone: "failed",
      text: say.failure(failure.code, failure.params, failure.message),
      about: `error.${failure.code}`,
    });
  const again = (another_opening = false) =>
    start.mutate(
      { brief: post.brief, former: post.id, ...(another_opening && { wishes: { another_opening } }) },
      { onSuccess: ({ run }) => follow(run, post.brief), onError },
    );
  const duplicate = () =>
    copy.mutate({ post: post.id }, { onSuccess: ({ run }) => follow(run, post.brief), onError });
  return (
    <header className="bar brief" data-pane>
      <h1 className="vh">{t("post.title")}</h1>
      <span className="label">{t("brief")}</span>
      <p className="t clip grow" title={post.brief}>
        {post.brief}
      </p>
      <span className="chip" title={t("skill")}>
        <Icon name="compose" size={14} />
        <span className="clip">{say.skill(post.skill.name)}</span>
        <b className="num">{formats.hundredths(post.skill.confidence)}</b>
      </span>
      <Button
        size="small"
        icon="pencil"
        onClick={() => void navigate({ to: "/compose", search: { brief: post.brief, former: post.id } })}
      >
        {t("brief.edit")}
      </Button>
      <Button
        size="small"
        icon="refresh"
        busy={start.isPending && t("brief.drafting")}
        onClick={() => again()}
      >
        {t("brief.again")}
      </Button>
      <Drafts post={post} />
      <Menu
        trigger={<Button look="ghost" size="small" icon="more" aria-label={t("more")} />}
        items={[
          {
            id: "another",
            icon: "refresh",
            name: t("another"),
            about: t("another.about"),
            run: () => again(true),
          },
          {
            id: "talk",
            icon: "talk",
            name: t("talk"),
            about: t("talk.about"),
            run: () => void navigate({ to: "/talk", search: {} }),
          },
          {
            id: "duplicate",
            icon: "copy",
            name: t("duplicate"),
            about: t("duplicate.about"),
            run: duplicate,
          },
        ]}
      />
    </header>
  );
}

/** The drafts of the same thread: each stays in reach. */
function Drafts({ post }: { post: PostView }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const navigate = useNavigate();
  if (post.thread.length < 2) return null;
  const here = post.thread.findIndex((draft) => draft.post === post.id) + 1;
  return (
    <Menu
      trigger={
        <Button size="small" icon="library">
          {t("drafts.here", { number: here, count: post.thread.length })}
        </Button>
      }
      items={post.thread.map((draft, index) => ({
        id: draft.post,
        icon: draft.post === post.id ? "check" : "compose",
        name: t("drafts.one", { number: index + 1, time: formats.moment(draft.created) }),
        about: draft.brief,
        run: () => void navigate({ to: "/compose/$post", params: { post: draft.post }, search: {} }),
      }))}
    />
  );
}
