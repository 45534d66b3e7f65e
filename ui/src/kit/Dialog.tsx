import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A dialog over the window. Focus goes in, Esc goes out, and focus returns to where it was. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  about?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className="dialog"
          {...(props.about ? {} : { "aria-describedby": undefined })}
          style={props.wide ? { width: 620 } : undefined}
        >
          <Radix.Title asChild>
            <h2>{props.title}</h2>
          </Radix.Title>
          {props.about && <Radix.Description className="mute">{props.about}</Radix.Description>}
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
