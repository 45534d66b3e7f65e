import clsx from "clsx";
import { useLayoutEffect, useRef } from "react";
import { Copy } from "./Copy";
import type { Segment } from "./segments";

/**
 * A plain text field with the text drawn under it: the field has the exact characters, the caret, input
 * methods and the screen reader; the drawing has marks, footnote numbers and changes. Both break their
 * lines alike, so footnote numbers take no room.
 */
export function Editor(props: {
  name: string;
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  parts: readonly Segment[];
  lit: string | null;
  /** A change is being shown, so what is drawn is not what the field has. */
  showing: boolean;
  readOnly?: boolean;
  /** The id of what says more about the marks. */
  details?: string;
  language?: string;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(props.value);

  // A text that comes from elsewhere (undo, a fix) puts the caret behind what changed, not at the end.
  useLayoutEffect(() => {
    const former = typed.current;
    typed.current = props.value;
    if (former === props.value || document.activeElement !== field.current) return;
    const place = endOfChange(former, props.value);
    field.current?.setSelectionRange(place, place);
  }, [props.value]);

  return (
    <div className={clsx("copy editor", props.showing && "showing")}>
      <div className="drawn" aria-hidden="true" lang={props.language}>
        <Copy parts={props.parts} lit={props.lit} />
        {"\u200b"}
      </div>
      <textarea
        ref={field}
        aria-label={props.name}
        aria-details={props.details}
        lang={props.language}
        value={props.value}
        readOnly={props.readOnly}
        spellCheck
        autoComplete="off"
        onChange={(event) => {
          typed.current = event.target.value;
          props.onChange(event.target.value);
        }}
        onBlur={props.onBlur}
      />
    </div>
  );
}

/** The place in `after` behind the part in which it differs from `before`. */
export function endOfChange(before: string, after: string): number {
  let tail = 0;
  const most = Math.min(before.length, after.length);
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  return Math.max(head, after.length - tail);
}
