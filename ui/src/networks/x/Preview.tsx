import { Icon } from "@/kit/Icon";
import { Account } from "../Account";
import { LinkCardView } from "../LinkCardView";
import { Pictures } from "../Pictures";
import { PostText } from "../PostText";
import { foldOf, type PreviewProps } from "../types";
import { useChrome } from "../useChrome";

/** A post on X, as it is read on its own page. */
export function XPreview(preview: PreviewProps) {
  const chrome = useChrome(preview.language);
  const column = foldOf(preview.rules, preview.device).value.column_px;
  return (
    <div className="pv x" data-surface={preview.surface} style={{ width: column + 32 }}>
      <div className="hd">
        <Account preview={preview} size={40} />
        <div className="min-w-0">
          <b className="clip block">{preview.channel.name}</b>
          {preview.channel.handle && <span className="clip block">@{preview.channel.handle}</span>}
        </div>
      </div>
      <PostText preview={preview} />
      <div className="frame">
        <Pictures preview={preview} />
        <LinkCardView preview={preview} />
      </div>
      <p className="when">{chrome("chrome.now")}</p>
      <div className="ac">
        <Icon name="comment" size={20} />
        <Icon name="repost" size={20} />
        <Icon name="heart" size={20} />
        <Icon name="save" size={20} />
        <Icon name="up" size={20} />
      </div>
    </div>
  );
}
