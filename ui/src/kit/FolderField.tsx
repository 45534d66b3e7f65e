import clsx from "clsx";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useBridge, useDropped } from "@/bridge";
import { Button } from "./Button";
import { folderOf } from "./folderOf";
import { Icon } from "./Icon";

/** A folder on this machine: typed, chosen in the system's dialog, or dropped on the window. */
export function FolderField(props: {
  label: string;
  help: string;
  /** What is wrong with it, in place of the help. */
  error?: string | undefined;
  placeholder: string;
  value: string;
  onChange: (folder: string) => void;
  autoFocus?: boolean;
  /** Whether what is dropped on the window is meant for this field. */
  takesDrops?: boolean;
}) {
  const { t } = useTranslation("app");
  const id = useId();
  const bridge = useBridge();
  const over = useDropped(([folder]) => {
    if (props.takesDrops && folder) props.onChange(folderOf(folder));
  });
  const choose = async () => {
    const folder = await bridge.pickFolder(props.label);
    if (folder) props.onChange(folder);
  };
  return (
    <div className={clsx("field", props.takesDrops && over && "over")}>
      <label htmlFor={id}>{props.label}</label>
      <div className="row">
        <input
          id={id}
          className={props.error ? "in grow bad" : "in grow"}
          // biome-ignore lint/a11y/noAutofocus: where it is the one thing to do.
          autoFocus={props.autoFocus}
          spellCheck={false}
          autoComplete="off"
          placeholder={props.placeholder}
          aria-invalid={props.error !== undefined}
          aria-describedby={`${id}-help`}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <Button onClick={() => void choose()}>{t("folder.choose")}</Button>
      </div>
      <p
        id={`${id}-help`}
        className={props.error ? "help bad" : "help"}
        role={props.error ? "alert" : undefined}
      >
        {props.error && <Icon name="block" size={14} />}
        {props.error ?? props.help}
      </p>
    </div>
  );
}
