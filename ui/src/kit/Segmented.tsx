import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { Tip } from "./Button";

type Option<T extends string> = { value: T; name: string; face: ReactNode };

/** One of a few, side by side. The name is read out, and shown where the face is only a picture. */
export function Segmented<T extends string>(props: {
  name: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  tips?: boolean;
}) {
  return (
    <ToggleGroup.Root
      className="seg"
      type="single"
      aria-label={props.name}
      value={props.value}
      onValueChange={(value) => value && props.onChange(value as T)}
    >
      {props.options.map((option) => {
        const item = (
          <ToggleGroup.Item key={option.value} value={option.value} aria-label={option.name}>
            {option.face}
          </ToggleGroup.Item>
        );
        return props.tips ? (
          <Tip key={option.value} text={option.name}>
            {item}
          </Tip>
        ) : (
          item
        );
      })}
    </ToggleGroup.Root>
  );
}
