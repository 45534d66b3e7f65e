import { Popover } from "radix-ui";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CandidateView, type MediaUse, useBridge, useRead } from "@/bridge";
import { Button } from "@/kit/Button";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { SavedField } from "./BesideFields";
import type { Sheet } from "./sheet";
import { useDeskActions } from "./useDeskActions";
import type { Savers } from "./useSavers";

/** The pictures of a sheet in their order: add, take out, move by hand or by keys, describe. */
export function MediaStrip(props: {
  candidate: CandidateView;
  sheet: Sheet;
  savers: Savers;
  readOnly: boolean;
}) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const { sheet, savers, readOnly } = props;
  const media = sheet.payload.media;
  const { refused } = useDeskActions(sheet, savers);
  const { data: networks } = useRead("network.list", {});
  const [open, setOpen] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const limits = props.candidate.versions
    .filter((version) => (sheet.network ? version.network === sheet.network : version.attached))
    .flatMap(({ network }) => networks?.find(({ id }) => id === network) ?? []);
  const rules = limits.reduce<(typeof limits)[number] | undefined>(
    (least, other) => (least && least.images.max.value <= other.images.max.value ? least : other),
    undefined,
  );
  const most = rules?.images.max.value;
  const altMost = rules?.images.alt_max?.value;
  const change = (next: readonly { media: string; alt?: string }[]) =>
    void savers
      .change(sheet, {
        media: next.map(({ media: id, alt }) => ({ media: id, ...(alt !== undefined && { alt }) })),
      })
      .catch(refused);
  const move = (from: number, to: number) => {
    const picture = media[from];
    if (readOnly || !picture || to < 0 || to >= media.length || from === to) return;
    const next = media.filter((_, index) => index !== from);
    next.splice(to, 0, picture);
    setOpen(to);
    setSaid(t("media.moved", { number: to + 1, count: media.length }));
    change(next);
  };
  const takeOut = (place: number) => {
    setOpen(Math.max(0, place - 1));
    change(media.filter((_, index) => index !== place));
  };
  const full = most !== undefined && sheet.network !== null && media.length >= most;
  const chosen = Math.min(open, media.length - 1);
  return (
    <section className="mediarow" aria-label={t("media")}>
      <div className="strip-head">
        <h3>{t("media")}</h3>
        {most !== undefined && (
          <span className={media.length > most ? "cnt over num" : "cnt num"}>
            {t("media.of", { value: formats.whole(media.length), limit: formats.whole(most) })}
            {!sheet.network && rules && ` (${NETWORK_NAMES[rules.id]})`}
          </span>
        )}
        {rules?.images.required && media.length === 0 && (
          <State tone="red" icon="block">
            {t("media.required", { network: NETWORK_NAMES[rules.id] })}
          </State>
        )}
      </div>
      <div className="shelf">
        {media.length > 0 && (
          <ol aria-label={t("media.order")}>
            {media.map((picture, index) => (
              <Thumb
                // The same picture may be there twice.
                key={`${picture.media}-${media.indexOf(picture, index)}`}
                picture={picture}
                name={t("media.one", { number: index + 1, count: media.length })}
                on={index === chosen}
                lifted={index === dragged}
                still={readOnly}
                onOpen={() => setOpen(index)}
                onLift={(lifted) => setDragged(lifted ? index : null)}
                onDrop={() => dragged !== null && move(dragged, index)}
                onKey={(event) => {
                  if (event.altKey && event.key === "ArrowLeft") move(index, index - 1);
                  else if (event.altKey && event.key === "ArrowRight") move(index, index + 1);
                  else if (event.key === "Delete" && !readOnly) takeOut(index);
                  else return;
                  event.preventDefault();
                }}
              />
            ))}
          </ol>
        )}
        {!readOnly && (
          <AddPicture
            off={full && t("media.full", { limit: most })}
            inUse={media}
            onAdd={(id) => {
              setOpen(media.length);
              // Without a text of its own: it comes with the picture's.
              change([...media, { media: id }]);
            }}
          />
        )}
      </div>
      <p className="vh" role="status">
        {said}
      </p>
      {media[chosen] && (
        <div className="described">
          <SavedField
            key={`${sheet.id}-${chosen}-${media[chosen]?.media}`}
            sheet={sheet}
            savers={savers}
            readOnly={readOnly}
            name={`alt ${chosen}`}
            label={t("media.alt.label", { number: chosen + 1 })}
            help={(text) =>
              text.trim() === ""
                ? t("media.alt.none")
                : altMost === undefined
                  ? t("media.alt.help")
                  : t("comment.count", {
                      value: formats.whole([...text].length),
                      limit: formats.whole(altMost),
                    })
            }
            over={(text) => altMost !== undefined && [...text].length > altMost}
          />
          {!readOnly && (
            <span className="row">
              <Button
                look="ghost"
                size="small"
                icon="left"
                aria-label={t("media.earlier")}
                keys="Alt ←"
                off={chosen === 0 && t("media.first")}
                onClick={() => move(chosen, chosen - 1)}
              />
              <Button
                look="ghost"
                size="small"
                icon="right"
                aria-label={t("media.later")}
                keys="Alt →"
                off={chosen === media.length - 1 && t("media.last")}
                onClick={() => move(chosen, chosen + 1)}
              />
              <Button look="ghost" size="small" icon="close" onClick={() => takeOut(chosen)}>
                {t("media.remove")}
              </Button>
            </span>
          )}
        </div>
      )}
    </section>
  );
}

function Thumb(props: {
  picture: MediaUse;
  name: string;
  on: boolean;
  lifted: boolean;
  still: boolean;
  onOpen: () => void;
  onLift: (lifted: boolean) => void;
  onDrop: () => void;
  onKey: (event: KeyboardEvent) => void;
}) {
  const { t } = useTranslation("compose");
  const transport = useBridge();
  const { picture } = props;
  const over = (event: DragEvent) => event.preventDefault();
  return (
    <li className={props.lifted ? "lifted" : undefined}>
      <button
        type="button"
        className={props.on ? "thumb on" : "thumb"}
        aria-label={`${props.name}: ${picture.alt || t("media.alt.none")}`}
        aria-pressed={props.on}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        draggable={!props.still}
        onDragStart={() => props.onLift(true)}
        onDragEnd={() => props.onLift(false)}
        onDragOver={over}
        onDrop={props.onDrop}
        onClick={props.onOpen}
        onKeyDown={props.onKey}
      >
        <img src={transport.media(picture.media)} alt="" draggable={false} />
        {picture.alt.trim() === "" && <span className="noalt">{t("media.alt.short")}</span>}
      </button>
    </li>
  );
}

/** The workspace's pictures, to take one from. */
function AddPicture(props: {
  off: string | false;
  inUse: readonly MediaUse[];
  onAdd: (media: string) => void;
}) {
  const { t } = useTranslation("compose");
  const transport = useBridge();
  const [open, setOpen] = useState(false);
  const { data: pictures } = useRead("media.list", {}, open);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next && !props.off)}>
      <Popover.Trigger asChild>
        <Button icon="plus" off={props.off}>
          {t("media.add")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover pictures" side="top" align="start" collisionPadding={12}>
          <h3>{t("media.add.title")}</h3>
          {pictures?.length === 0 && <p className="small mute">{t("media.add.empty")}</p>}
          <div className="tiles scroll">
            {pictures?.map((picture) => (
              <Popover.Close key={picture.id} asChild>
                <button type="button" className="tile-pick" onClick={() => props.onAdd(picture.id)}>
                  <img src={transport.media(picture.id)} alt="" />
                  <span className="clip">{picture.alt || picture.name}</span>
                  <small className="faint num">
                    {picture.width} × {picture.height}
                    {props.inUse.some(({ media }) => media === picture.id) && `, ${t("media.used")}`}
                  </small>
                </button>
              </Popover.Close>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
