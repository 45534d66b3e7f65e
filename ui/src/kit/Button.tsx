import clsx from "clsx";
import { Tooltip } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

type Props = Omit<ComponentProps<"button">, "disabled"> & {
  look?: "plain" | "primary" | "ghost" | "danger";
  size?: "normal" | "small" | "tiny" | "large";
  icon?: IconName;
  /** Keys that do the same, shown at the end; without words there is no room, so they are in the tip alone. */
  keys?: string;
  /** Why it cannot be used now: it looks off, does nothing, and says this on focus and hover. */
  off?: string | false | undefined;
  /** What it is doing: shown in place of its words. */
  busy?: string | false | undefined;
};

/** A button. One that is off stays in the tab order, so that its reason can be read. */
export function Button({
  look = "plain",
  size = "normal",
  icon,
  keys,
  off,
  busy,
  className,
  children,
  ...rest
}: Props) {
  const glyph = size === "tiny" || size === "small" ? 14 : 16;
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={off || busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      // Prevented, or it would submit its form.
      onClick={off || busy ? (event) => event.preventDefault() : rest.onClick}
      className={clsx(
        "btn",
        look === "primary" && !off && "pri",
        look === "ghost" && "ghost",
        look === "danger" && "danger",
        size === "small" && "sm",
        size === "tiny" && "xs",
        size === "large" && "lg",
        off && "is-off",
        busy && "busy",
        !children && "ico",
        className,
      )}
    >
      {busy ? <Icon name="refresh" size={glyph} /> : icon && <Icon name={icon} size={glyph} />}
      {busy || children}
      {keys && children && !busy && (
        <span className="kbd" aria-hidden="true">
          {keys}
        </span>
      )}
    </button>
  );
  const tip = off || (!children && rest["aria-label"]);
  return tip ? (
    <Tip text={tip} {...(keys && !off ? { keys } : {})}>
      {button}
    </Tip>
  ) : (
    button
  );
}

/** A few words about a control, on focus and hover. */
export function Tip({ text, keys, children }: { text: string; keys?: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" sideOffset={6} collisionPadding={8}>
          {text}
          {keys && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
