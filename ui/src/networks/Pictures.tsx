import { useState } from "react";
import type { Arrangement } from "@/bridge";
import { Icon } from "@/kit/Icon";
import type { MediaView, PreviewProps } from "./types";
import { useChrome } from "./useChrome";

/** The arrangement that a network gives to so many pictures. */
export function arrangementFor(preview: Pick<PreviewProps, "rules">, count: number): Arrangement | null {
  const { grids } = preview.rules;
  const exact = grids.find((grid) => grid.pictures === count);
  const more = grids.find((grid) => grid.or_more && grid.pictures <= count);
  return (exact ?? more ?? grids.at(-1))?.arrangement.value ?? null;
}

/** A post's pictures as the network lays them out. */
export function Pictures({ preview, gap = 2 }: { preview: PreviewProps; gap?: number }) {
  const pictures = preview.media;
  const [first] = pictures;
  const arrangement = first ? arrangementFor(preview, pictures.length) : null;
  if (!first || !arrangement) return null;
  if (arrangement.kind === "single") return <Single picture={first} {...arrangement} />;
  if (arrangement.kind === "cells") return <Cells pictures={pictures} arrangement={arrangement} gap={gap} />;
  return <Carousel pictures={pictures} arrangement={arrangement} preview={preview} />;
}

/** Shown whole between two ratios, and cut in the middle beyond them. */
function Single(props: { picture: MediaView; ratio_min: number; ratio_max: number | null }) {
  const tallest = `calc(100cqw / ${props.ratio_min})`;
  const lowest = props.ratio_max ? `calc(100cqw / ${props.ratio_max})` : undefined;
  return (
    <div className="shot">
      <img
        src={props.picture.url}
        alt={props.picture.alt}
        style={{ width: "100%", height: "auto", maxHeight: tallest, minHeight: lowest, objectFit: "cover" }}
      />
    </div>
  );
}

function Cells(props: {
  pictures: readonly MediaView[];
  arrangement: Extract<Arrangement, { kind: "cells" }>;
  gap: number;
}) {
  const { cells, ratio } = props.arrangement;
  const rest = props.pictures.length - cells.length;
  return (
    <div className="shot cells" style={{ aspectRatio: String(ratio) }}>
      {cells.map((cell, index) => {
        const picture = props.pictures[index];
        if (!picture) return null;
        return (
          <span
            key={`${cell.x}:${cell.y}`}
            style={{
              left: `${cell.x}%`,
              top: `${cell.y}%`,
              width: `calc(${cell.width}% - ${cell.x + cell.width < 99 ? props.gap : 0}px)`,
              height: `calc(${cell.height}% - ${cell.y + cell.height < 99 ? props.gap : 0}px)`,
            }}
          >
            <img src={picture.url} alt={picture.alt} />
            {rest > 0 && index === cells.length - 1 && <b>+{rest}</b>}
          </span>
        );
      })}
    </div>
  );
}

/** One at a time, all cut to the first one's ratio. */
function Carousel(props: {
  pictures: readonly MediaView[];
  arrangement: Extract<Arrangement, { kind: "carousel" }>;
  preview: PreviewProps;
}) {
  const [index, setIndex] = useState(0);
  const [ratio, setRatio] = useState(props.arrangement.ratio_min);
  const chrome = useChrome(props.preview.language);
  const count = props.pictures.length;
  const shown = props.pictures[Math.min(index, count - 1)];
  const { ratio_min, ratio_max } = props.arrangement;
  if (!shown) return null;
  return (
    <div className="shot carousel" style={{ aspectRatio: String(ratio) }}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: loading is no interaction. */}
      <img
        src={shown.url}
        alt={shown.alt}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          if (index > 0 || naturalHeight === 0) return;
          setRatio(Math.min(ratio_max, Math.max(ratio_min, naturalWidth / naturalHeight)));
        }}
      />
      <span className="pos">
        {index + 1}/{count}
      </span>
      {index > 0 && (
        <button
          type="button"
          className="turn left"
          aria-label={chrome("chrome.former")}
          onClick={() => setIndex(index - 1)}
        >
          <Icon name="left" size={14} />
        </button>
      )}
      {index < count - 1 && (
        <button
          type="button"
          className="turn right"
          aria-label={chrome("chrome.next")}
          onClick={() => setIndex(index + 1)}
        >
          <Icon name="right" size={14} />
        </button>
      )}
      <span className="dots" aria-hidden="true">
        {props.pictures.map((picture, place) => (
          <i key={`${picture.media}-${props.pictures.indexOf(picture, place)}`} data-on={place === index} />
        ))}
      </span>
    </div>
  );
}
