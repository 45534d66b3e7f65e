import clsx from "clsx";
import { DropdownMenu } from "radix-ui";
import { Fragment, type ReactNode } from "react";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export type MenuItem = {
  id: string;
  icon: IconName;
  /** In place of the icon. */
  mark?: ReactNode;
  name: string;
  /** What comes of it; for an item that is off, why it cannot be chosen. */
  about?: string;
  off?: boolean;
  /** A line stands above it. */
  apart?: boolean;
  run: () => void;
};

/** A menu beside a button. Items that are off stay, and say why. */
export function Menu(props: {
  trigger: ReactNode;
  items: readonly MenuItem[];
  side?: "top" | "right" | "bottom";
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          side={props.side ?? "bottom"}
          align={props.side === "right" ? "start" : "end"}
          sideOffset={6}
          collisionPadding={8}
        >
          {props.items.map((item) => (
            <Fragment key={item.id}>
              {item.apart && (
                <DropdownMenu.Separator asChild>
                  <hr />
                </DropdownMenu.Separator>
              )}
              <DropdownMenu.Item
                className={clsx("mi", item.off && "is-off")}
                // Not disabled: its reason could not be read then.
                aria-disabled={item.off || undefined}
                onSelect={(event) => (item.off ? event.preventDefault() : item.run())}
              >
                {item.mark ?? <Icon name={item.icon} />}
                <span className="clip">
                  {item.name}
                  {item.about && <small className="clip">{item.about}</small>}
                </span>
              </DropdownMenu.Item>
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
