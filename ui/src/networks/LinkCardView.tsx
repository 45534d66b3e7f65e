import { BrandMark } from "@/kit/BrandMark";
import type { PreviewProps } from "./types";
import { useChrome } from "./useChrome";

/** The card that a link becomes. The linked page was not read, so its picture and words are the brand's. */
export function LinkCardView({ preview }: { preview: PreviewProps }) {
  const { payload, rules, brand } = preview;
  const chrome = useChrome(preview.language);
  const card = rules.card;
  if (!card || !payload.link || (card.picture_replaces_it && payload.media.length > 0)) return null;
  const domain = domainOf(payload.link);
  const words = <b>{brand.name}</b>;
  const place = <small>{domain}</small>;
  return (
    <div className={`card ${card.domain}`}>
      <div
        className="face"
        role="img"
        aria-label={chrome("chrome.placeholder")}
        style={{ aspectRatio: String(card.ratio.value), background: brand.color }}
      >
        <BrandMark name={brand.name} short={brand.name} logo={brand.logo} color={brand.color} />
        {card.domain === "over-picture" && <span className="domain">{domain}</span>}
      </div>
      {card.domain === "above-title" && (
        <div className="words">
          {place}
          {words}
        </div>
      )}
      {card.domain === "below-title" && (
        <div className="words">
          {words}
          {place}
        </div>
      )}
    </div>
  );
}

/** The host of an address, without "www."; the address itself if it has none. */
export function domainOf(link: string): string {
  try {
    return new URL(link).hostname.replace(/^www\./, "");
  } catch {
    return link;
  }
}
