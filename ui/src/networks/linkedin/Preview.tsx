import { Icon } from "@/kit/Icon";
import { Account } from "../Account";
import { LinkCardView } from "../LinkCardView";
import { Pictures } from "../Pictures";
import { PostText } from "../PostText";
import { foldOf, type PreviewProps } from "../types";
import { useChrome } from "../useChrome";

/** A LinkedIn post of an organization. */
export function LinkedInPreview(preview: PreviewProps) {
  const chrome = useChrome(preview.language);
  const column = foldOf(preview.rules, preview.device).value.column_px;
  return (
    <div className="pv linkedin" data-surface={preview.surface} style={{ width: column + 24 }}>
      <div className="hd">
        <Account preview={preview} size={48} />
        <div className="min-w-0">
          <b className="clip block">{preview.channel.name}</b>
          <span className="row gap-1">
            {chrome("chrome.now")} · <Icon name="globe" size={14} />
          </span>
        </div>
        <span className="fo">
          <Icon name="plus" />
          {chrome("chrome.follow")}
        </span>
      </div>
      <PostText preview={preview} />
      <Pictures preview={preview} />
      <LinkCardView preview={preview} />
      <div className="ac">
        {(["like", "comment", "repost", "send"] as const).map((name) => (
          <span key={name}>
            <Icon name={name} size={20} />
            {chrome(`chrome.${name}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
