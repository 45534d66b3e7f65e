import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AuditIn, useAbout, useLive, useWrite } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { Records } from "./Records";
import { Verify } from "./Verify";

/** Records that are shown at first, and how many more at a time. */
const STEP = 200;
/** What the operations that write begin with. */
const AREAS = ["version", "review", "comment", "member", "knowledge", "brand", "workspace"] as const;

/** Who did what when, and whether the record of it still holds. */
export function AuditPage() {
  const { t } = useTranslation("audit");
  const [text, setText] = useState("");
  const [member, setMember] = useState("");
  const [area, setArea] = useState("");
  const [limit, setLimit] = useState(STEP);
  const wanted = {
    ...(text && { text }),
    ...(member && { member }),
    ...(area && { operation: `${area}.` }),
  } satisfies AuditIn;
  const { data, error } = useLive("audit.list", { ...wanted, limit });
  if (error) throw error;
  const filtered = text !== "" || member !== "" || area !== "";
  const clear = () => {
    setText("");
    setMember("");
    setArea("");
  };
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        {data && <span className="small faint num">{t("count", { count: data.total })}</span>}
        <span className="grow" />
        <Filters
          text={text}
          onText={setText}
          member={member}
          onMember={setMember}
          area={area}
          onArea={setArea}
        />
        <Export wanted={wanted} />
      </header>
      <div className="scroll flex-1 p-4" data-pane>
        <div className="grid gap-4">
          <Verify />
          {data && data.records.length > 0 && <Records records={data.records} />}
          {data && data.records.length === 0 && (
            <div className="sheet max-w-[640px]">
              <Blank
                title={t("none.title")}
                step={filtered && <Button onClick={clear}>{t("none.step")}</Button>}
              >
                {t("none.text")}
              </Blank>
            </div>
          )}
          {data && data.total > data.records.length && (
            <Button className="justify-self-start" onClick={() => setLimit(limit + STEP)}>
              {t("older", { count: Math.min(STEP, data.total - data.records.length) })}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

function Filters(props: {
  text: string;
  onText: (text: string) => void;
  member: string;
  onMember: (member: string) => void;
  area: string;
  onArea: (area: string) => void;
}) {
  const { t } = useTranslation("audit");
  const about = useAbout();
  const id = useId();
  return (
    <div className="row">
      <span className="search">
        <Icon name="search" size={14} />
        <input
          type="search"
          className="in"
          aria-label={t("search")}
          placeholder={t("search")}
          value={props.text}
          onChange={(event) => props.onText(event.target.value)}
        />
      </span>
      <label className="vh" htmlFor={`${id}-who`}>
        {t("who")}
      </label>
      <select
        id={`${id}-who`}
        className="in pickstate"
        value={props.member}
        onChange={(event) => props.onMember(event.target.value)}
      >
        <option value="">{t("who.all")}</option>
        {about?.members.map(({ id: member, name }) => (
          <option key={member} value={member}>
            {name}
          </option>
        ))}
      </select>
      <label className="vh" htmlFor={`${id}-what`}>
        {t("what")}
      </label>
      <select
        id={`${id}-what`}
        className="in pickstate"
        value={props.area}
        onChange={(event) => props.onArea(event.target.value)}
      >
        <option value="">{t("what.all")}</option>
        {AREAS.map((area) => (
          <option key={area} value={area}>
            {t(`area.${area}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Writes what is shown into a file of the workspace. */
function Export({ wanted }: { wanted: AuditIn }) {
  const { t } = useTranslation("audit");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const write = useWrite("audit.export");
  const run = (format: "csv" | "jsonl") =>
    write.mutate(
      { format, ...wanted },
      {
        onSuccess: ({ path, records }) =>
          tell({ tone: "done", text: t("export.done", { count: records, path }) }),
        onError: ({ code, params, message }) =>
          tell({ tone: "failed", text: say.failure(code, params, message) }),
      },
    );
  return (
    <span className="row gap-1.5">
      <Button busy={write.isPending && t("export.busy")} onClick={() => run("csv")}>
        {t("export.csv")}
      </Button>
      <Button onClick={() => run("jsonl")}>{t("export.jsonl")}</Button>
    </span>
  );
}
