import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type AdvisoryChoice, Failure, type TurnView, useRead } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { Facts } from "./Minis";

const LETTERS = ["A", "B", "C"] as const;

/** What a member said, and what came of it. */
export function Turn(props: { turn: TurnView; last: boolean; onChoose: (choice: AdvisoryChoice) => void }) {
  const { t } = useTranslation("talk");
  const formats = useFormats();
  const { turn } = props;
  return (
    <li className="turn">
      <div className="said">
        <p className="small faint num">
          {turn.by}, {formats.time(turn.at)}
        </p>
        <p className="words">{turn.said}</p>
      </div>
      <div className="answer">
        <p className="small mute">{understood(turn, t)}</p>
        {turn.run && <Answer {...props} run={turn.run} />}
      </div>
    </li>
  );
}

function understood(turn: TurnView, t: ReturnType<typeof useTranslation<"talk">>["t"]): string {
  const { code, params } = turn.understood;
  if (code === "said.no-documents") {
    return t("said.no-documents", { language: t(`language.${params.language === "de" ? "de" : "en"}`) });
  }
  if (code === "said.request") return t("said.request");
  if (code === "said.choice") return t("said.choice");
  if (code === "said.nothing-to-change") return t("said.nothing-to-change");
  return t("said.brief");
}

/** The draft of a turn: under way, a question, or the candidates in short. */
function Answer(props: {
  run: string;
  turn: TurnView;
  last: boolean;
  onChoose: (choice: AdvisoryChoice) => void;
}) {
  const { t } = useTranslation("talk");
  const say = useSay();
  const { data: run } = useRead("run.get", { run: props.run });
  const advisory = run?.advisory;
  const open = props.last ? (advisory?.choices ?? []) : [];
  const choose = (place: number) => {
    const choice = open[place];
    if (choice && choice.code !== "change-brief" && choice.code !== "add-document") props.onChoose(choice);
  };
  useKeys({ a: () => choose(0), b: () => choose(1), c: () => choose(2) });
  if (!run) return <span className="late sk" />;
  if (run.post) return <Drafted post={run.post} />;
  if (run.state === "failed" && run.error) {
    const failure = new Failure(run.error.code, run.error.message, run.error.params);
    return (
      <State tone="red" icon="block">
        {say.failure(failure.code, failure.params, failure.message)}
      </State>
    );
  }
  if (!advisory) return <p className="small faint">{t("drafting")}</p>;
  return (
    <>
      <p className="b">{say.drafting(advisory.code, advisory.params)}</p>
      <div className="grid gap-2">
        {advisory.choices.slice(0, 3).map((choice, index) => {
          const words = say.drafting(choice.code, choice.params);
          // What is a member's own to do leads to where it is done.
          if (choice.code === "add-document") {
            return (
              <Link key={choice.code} to="/settings" className="choice">
                <kbd>{LETTERS[index]}</kbd>
                {words}
                <Icon name="right" />
              </Link>
            );
          }
          if (choice.code === "change-brief") return null;
          return (
            <button
              key={`${choice.code} ${JSON.stringify(choice.params)}`}
              type="button"
              className="choice"
              disabled={!props.last}
              onClick={() => props.onChoose(choice)}
            >
              <kbd>{LETTERS[index]}</kbd>
              {words}
              <Icon name="right" />
            </button>
          );
        })}
      </div>
    </>
  );
}

function Drafted({ post: id }: { post: string }) {
  const { t } = useTranslation("talk");
  const say = useSay();
  const { data: post } = useRead("post.get", { post: id });
  if (!post) return <span className="late sk" />;
  return (
    <>
      {post.notice && <p className="small mute">{say.drafting(post.notice.code, post.notice.params)}</p>}
      <div className="minis" data-count={post.candidates.length}>
        {post.candidates.map((candidate) => {
          const version = candidate.versions[0];
          return (
            version && (
              <Link
                key={candidate.id}
                className="sheet mini"
                to="/compose/$post"
                params={{ post: post.id }}
                search={{ candidate: candidate.ordinal }}
              >
                <span className="hd">
                  <kbd>{candidate.ordinal}</kbd>
                  <span className="ang">{say.drafting(candidate.angle.code, candidate.angle.params)}</span>
                </span>
                <span className="mini-copy">
                  <span className="copy-text">{version.payload.text}</span>
                </span>
                <span className="ft small">
                  <Facts version={version} />
                </span>
              </Link>
            )
          );
        })}
      </div>
      <Link to="/compose/$post" params={{ post: post.id }} search={{}} className="lnk small">
        {t("open")}
      </Link>
    </>
  );
}
