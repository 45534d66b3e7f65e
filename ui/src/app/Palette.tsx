import clsx from "clsx";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "@/kit/Icon";
import { matches } from "@/kit/matches";
import { type Command, caps, useCommandGroups } from "@/kit/useCommands";
import { useFound } from "./useFound";
import { usePalette } from "./usePalette";

type Hit = { command: Command; marks: readonly (readonly [number, number])[] };

/** Everything that can be done from here, found by its name: this thing, go to, search. */
export function Palette() {
  const { open, set } = usePalette();
  return (
    <Dialog.Root open={open} onOpenChange={set}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Asking onDone={() => set(false)} />
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Asking({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("app");
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const offered = useCommandGroups((state) => state.groups);
  const found = useFound(query);
  const groups = [
    // What was put last is what is in front.
    ...Object.values(offered)
      .reverse()
      .map(({ title, commands }) => ({ title, hits: hitsOf(commands(), query) })),
    ...found.map(({ title, commands }) => ({ title, hits: commands.map(plain) })),
  ].filter(({ hits }) => hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  const current = Math.min(at, hits.length - 1);
  const take = (hit: Hit | undefined) => {
    if (!hit || hit.command.off) return;
    onDone();
    hit.command.run();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) setAt((current + step + hits.length) % Math.max(hits.length, 1));
    else if (event.key === "Enter") take(hits[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Content className="palette" aria-describedby={undefined}>
      <Dialog.Title className="vh">{t("palette.title")}</Dialog.Title>
      <div className="q">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t("palette.ask")}
          aria-expanded="true"
          aria-controls={`${id}-hits`}
          aria-activedescendant={hits.length > 0 ? `${id}-${current}` : undefined}
          placeholder={t("palette.ask")}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={`${id}-hits`} className="hits scroll" role="listbox" aria-label={t("palette.title")}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options has groups, a form has fieldsets.
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="grp" aria-hidden="true">
              {group.title}
            </div>
            {group.hits.map((hit) => {
              const place = hits.indexOf(hit);
              return (
                <Row
                  key={hit.command.name}
                  id={`${id}-${place}`}
                  hit={hit}
                  on={place === current}
                  onPoint={() => setAt(place)}
                  onTake={() => take(hit)}
                />
              );
            })}
          </div>
        ))}
        {hits.length === 0 && <p className="none mute">{t("palette.none")}</p>}
      </div>
    </Dialog.Content>
  );
}

function Row(props: { id: string; hit: Hit; on: boolean; onPoint: () => void; onTake: () => void }) {
  const { command, marks } = props.hit;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.on}
      aria-disabled={command.off ? true : undefined}
      className={clsx("hit", props.on && "on", command.off && "is-off")}
      ref={(row) => {
        if (props.on) row?.scrollIntoView?.({ block: "nearest" });
      }}
      onPointerMove={props.onPoint}
      onClick={props.onTake}
    >
      {command.icon ? <Icon name={command.icon} /> : <span />}
      <span className="clip">
        <Marked text={command.name} marks={marks} />
        {command.off && <small>{command.off}</small>}
      </span>
      {command.keys && <kbd>{caps(command.keys)}</kbd>}
    </div>
  );
}

function Marked({ text, marks }: { text: string; marks: Hit["marks"] }) {
  const ends = [0, ...marks.flat(), text.length];
  return ends.slice(1).map((end, index) => {
    const part = text.slice(ends[index], end);
    // Every second piece is what was asked for.
    return index % 2 === 1 ? <b key={end}>{part}</b> : part;
  });
}

function hitsOf(commands: readonly Command[], query: string): Hit[] {
  return commands.flatMap((command) => {
    const marks = matches(command.name, query);
    return marks ? [{ command, marks }] : [];
  });
}

function plain(command: Command): Hit {
  return { command, marks: [] };
}
