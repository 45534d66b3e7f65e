import { type ReactNode, useRef } from "react";
import { tagsOf } from "@/kit/segments";
import { foldOf, type PreviewProps } from "./types";
import { useChrome } from "./useChrome";
import { useFold } from "./useFold";

/** A post's text in its column, folded where the network folds it. */
export function PostText({ preview, lead }: { preview: PreviewProps; lead?: ReactNode }) {
  const { payload, rules, device } = preview;
  const box = useRef<HTMLDivElement>(null);
  const fold = foldOf(rules, device).value;
  const { cut, breaks } = useFold(box, payload.text, fold, preview.onFold);
  const chrome = useChrome(preview.language);
  const marker = chrome(`chrome.marker.${rules.id}`);
  const shown = cut === null ? payload.text : payload.text.slice(0, cut) + "\n".repeat(breaks);
  const look = { width: fold.column_px, fontSize: fold.font_px, lineHeight: `${fold.line_px}px` };
  return (
    <div className="tx" ref={box} style={look}>
      <p>
        {lead}
        <Inked text={shown} preview={preview} />
        {cut !== null && <span className="more">{breaks > 0 ? marker : ` ${marker}`}</span>}
      </p>
      <p className="measure" data-measure aria-hidden="true">
        {lead}
        <span data-text>
          <Inked text={payload.text} preview={preview} />
        </span>
      </p>
      <span className="measure marker" data-marker aria-hidden="true">
        {"\u00a0"}
        {marker}
      </span>
    </div>
  );
}

/** Hashtags, mentions and links in the network's color. */
function Inked({ text, preview: { rules, surface } }: { text: string; preview: PreviewProps }) {
  const ink = rules.ink.value;
  const style = { color: surface === "dark" ? ink.dark : ink.light, fontWeight: ink.bold ? 600 : undefined };
  const parts: ReactNode[] = [];
  let rest = 0;
  for (const { start, end } of tagsOf(text)) {
    const tag = text.slice(start, end);
    if (!rules.links.clickable.value && !/^[#@]/.test(tag)) continue;
    parts.push(
      text.slice(rest, start),
      <span key={start} style={style}>
        {tag}
      </span>,
    );
    rest = end;
  }
  return (
    <>
      {parts}
      {text.slice(rest)}
    </>
  );
}
