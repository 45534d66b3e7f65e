import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import type { Sheet } from "./sheet";
import { type FieldName, type Savers, useSaver } from "./useSavers";

/** What is sent beside the text: the link and the first comment. */
export function BesideFields(props: { sheet: Sheet; savers: Savers; readOnly: boolean }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const { sheet } = props;
  const { data: networks } = useRead("network.list", {});
  const rules = networks?.find(({ id }) => id === sheet.network);
  const takesLink = rules?.links.clickable.value ?? true;
  return (
    <section className="beside" aria-label={t("beside")}>
      {takesLink ? (
        <SavedField
          {...props}
          name="link"
          label={t("link")}
          type="url"
          placeholder="https://"
          help={() => t("link.help")}
        />
      ) : (
        <div className="field">
          <span className="label">{t("link")}</span>
          <p className="help">
            {t("link.none", { network: sheet.network ? NETWORK_NAMES[sheet.network] : "" })}
          </p>
        </div>
      )}
      <SavedField
        {...props}
        name="first_comment"
        label={t("comment")}
        rows={2}
        help={(text) =>
          rules
            ? t("comment.count", {
                value: formats.whole([...text].length),
                limit: formats.whole(rules.first_comment.value),
              })
            : t("comment.help")
        }
        over={(text) => rules !== undefined && [...text].length > rules.first_comment.value}
      />
    </section>
  );
}

/** A field that saves itself, 400 ms after the last key and when it is left. */
export function SavedField(props: {
  sheet: Sheet;
  savers: Savers;
  readOnly: boolean;
  name: FieldName;
  label: string;
  help: (text: string) => string;
  over?: (text: string) => boolean;
  type?: "url" | "text";
  rows?: number;
  placeholder?: string;
}) {
  const say = useSay();
  const id = useId();
  const { sheet, name } = props;
  const saver = props.savers.field(sheet, name);
  const { shown, failure } = useSaver(saver, sheet);
  const over = props.over?.(shown) ?? false;
  const field = {
    id,
    className: failure || over ? "in bad" : "in",
    "aria-describedby": `${id}-help`,
    "aria-invalid": failure !== null || over,
    readOnly: props.readOnly,
    placeholder: props.placeholder,
    value: shown,
    onBlur: () => void saver.flush().catch(() => undefined),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      {props.rows ? (
        <textarea {...field} rows={props.rows} onChange={(event) => saver.type(event.target.value)} />
      ) : (
        <input
          {...field}
          type={props.type ?? "text"}
          autoComplete="off"
          onChange={(event) => saver.type(event.target.value)}
        />
      )}
      <p id={`${id}-help`} className={failure || over ? "help bad" : "help num"} aria-live="polite">
        {failure && <Icon name="block" size={14} />}
        {failure ? say.failure(failure.code, failure.params, failure.message) : props.help(shown)}
      </p>
    </div>
  );
}
