import { Icon } from "@/kit/Icon";
import { Account } from "../Account";
import { LinkCardView } from "../LinkCardView";
import { Pictures } from "../Pictures";
import { PostText } from "../PostText";
import { foldOf, type PreviewProps } from "../types";
import { useChrome } from "../useChrome";

/** A post of a Facebook Page. */
export function FacebookPreview(preview: PreviewProps) {
  const chrome = useChrome(preview.language);
  const column = foldOf(preview.rules, preview.device).value.column_px;
  return (
    <div className="pv facebook" data-surface={preview.surface} style={{ width: column + 24 }}>
      <div className="hd">
        <Account preview={preview} size={40} />
        <div className="min-w-0 grow">
          <b className="clip block">{preview.channel.name}</b>
          <span className="row gap-1">
            {chrome("chrome.justnow")} · <Icon name="globe" size={14} />
          </span>
        </div>
        <Icon name="more" size={20} />
      </div>
      <PostText preview={preview} />
      <Pictures preview={preview} />
      <LinkCardView preview={preview} />
      <div className="ac">
        {(["like", "comment", "share"] as const).map((name) => (
          <span key={name}>
            <Icon name={name} size={20} />
            {chrome(`chrome.${name}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
