import { Link } from "@tanstack/react-router";
import { RadioGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import { useAbout, useRead, useWrite } from "@/bridge";
import { ResetDemo } from "@/desk/ResetDemo";
import { GuardLevels } from "@/guards/GuardLevels";
import { useFormats } from "@/kit/useFormats";
import { useMemberName } from "@/kit/useMemberName";
import { ImportForm } from "@/knowledge/ImportForm";

/** Language and theme of the window, and what the workspace is. */
export function SettingsPage() {
  const { t, i18n } = useTranslation("settings");
  const { data: settings } = useRead("settings.get", {});
  const { mutate } = useWrite("settings.set");
  const about = useAbout();
  return (
    <>
      <header className="bar">
        <h1>{t("title")}</h1>
      </header>
      <div className="scroll flex-1 p-4" data-pane>
        <div className="grid max-w-[720px] gap-4">
          <section className="sheet grid gap-5 p-5">
            <Choice
              name={t("language")}
              help={t("language.help")}
              value={settings?.language ?? i18n.language}
              options={[
                ["en", t("language.en")],
                ["de", t("language.de")],
              ]}
              onChange={(language) => mutate({ language: language as "en" | "de" })}
            />
            <Choice
              name={t("theme")}
              value={settings?.theme ?? "system"}
              options={[
                ["light", t("theme.light")],
                ["dark", t("theme.dark")],
                ["system", t("theme.system")],
              ]}
              onChange={(theme) => mutate({ theme: theme as "light" | "dark" | "system" })}
            />
          </section>
          <Workspace />
          <section className="sheet grid gap-3 p-5">
            <h2>{t("team")}</h2>
            <p className="mute">{t("team.text")}</p>
            <div className="row">
              <Link className="btn" to="/members">
                {t("team.members")}
              </Link>
              <Link className="btn" to="/audit">
                {t("team.audit")}
              </Link>
            </div>
          </section>
          <GuardLevels readOnly={about?.member.role === "viewer" || about?.member.role === "reviewer"} />
          <section className="sheet p-5">
            <h2 className="mb-3">{t("documents")}</h2>
            <ImportForm />
          </section>
        </div>
      </div>
    </>
  );
}

function Choice(props: {
  name: string;
  help?: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <div>
      <h2 className="h3 mb-2">{props.name}</h2>
      <RadioGroup.Root
        className="flex flex-wrap gap-2"
        aria-label={props.name}
        value={props.value}
        onValueChange={props.onChange}
      >
        {props.options.map(([value, words]) => (
          <RadioGroup.Item key={value} value={value} className="btn pick">
            <span className="dot" aria-hidden="true" />
            {words}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {props.help && <p className="help mt-2">{props.help}</p>}
    </div>
  );
}

function Workspace() {
  const { t } = useTranslation(["settings", "app"]);
  const formats = useFormats();
  const about = useAbout();
  const memberName = useMemberName();
  if (!about) return null;
  const { documents, entries, past_posts } = about.counts;
  const holds = [
    t("settings:workspace.documents", { count: documents, replace: { count: formats.whole(documents) } }),
    t("settings:workspace.entries", { count: entries, replace: { count: formats.whole(entries) } }),
    t("settings:workspace.past", { count: past_posts, replace: { count: formats.whole(past_posts) } }),
  ];
  const rows = [
    [
      t("settings:workspace.brand"),
      about.demo ? t("app:workspace.demo", { name: about.look.name }) : about.look.name,
    ],
    [t("settings:workspace.folder"), about.folder],
    [t("settings:workspace.you"), memberName],
    [t("settings:workspace.holds"), holds.join(", ")],
  ] as const;
  return (
    <section className="sheet p-5">
      <h2 className="mb-3">{t("settings:workspace")}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="mute">{name}</dt>
            <dd className="num break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {about.demo && <ResetDemo folder={about.folder} />}
    </section>
  );
}
