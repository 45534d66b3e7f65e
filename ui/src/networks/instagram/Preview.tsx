import { Icon } from "@/kit/Icon";
import { Account } from "../Account";
import { Pictures } from "../Pictures";
import { PostText } from "../PostText";
import { foldOf, type PreviewProps } from "../types";

/** An Instagram post: on a phone the picture over its caption, on a computer beside it. */
export function InstagramPreview(preview: PreviewProps) {
  const { channel, device } = preview;
  const column = foldOf(preview.rules, device).value.column_px;
  const name = channel.handle ?? channel.name;
  const head = (
    <div className="hd">
      <span className="halo">
        <Account preview={preview} size={28} />
      </span>
      <span className="clip grow">{name}</span>
      <Icon name="more" size={20} />
    </div>
  );
  const actions = (
    <div className="ac">
      <Icon name="heart" size={20} />
      <Icon name="comment" size={20} />
      <Icon name="share" size={20} />
      <span className="grow" />
      <Icon name="save" size={20} />
    </div>
  );
  const caption = <PostText preview={preview} lead={<b>{name} </b>} />;
  if (device === "desktop") {
    return (
      <div
        className="pv instagram wide"
        data-surface={preview.surface}
        style={{ gridTemplateColumns: `${column + 92}px ${column + 24}px` }}
      >
        <div className="grid content-center">
          <Pictures preview={preview} />
        </div>
        <div className="side">
          {head}
          {caption}
          <span className="grow" />
          {actions}
        </div>
      </div>
    );
  }
  return (
    <div className="pv instagram" data-surface={preview.surface} style={{ width: column + 24 }}>
      {head}
      <Pictures preview={preview} />
      {actions}
      {caption}
    </div>
  );
}
