import { useEffect, useId, useRef } from "react";
import { create } from "zustand";
import type { IconName } from "./icons";
import { MOD, useKeys } from "./useKeys";

/** Something that can be done now: by its key, and by its name in the palette. */
export type Command = {
  name: string;
  icon?: IconName;
  /** As `useKeys` has it: `"f"`, `"Mod+Enter"`, `"g c"`. */
  keys?: string;
  /** Why it cannot be done now; undefined: it can. */
  off?: string | undefined;
  run: () => void;
};

/** Commands of one part of the window, under a heading. */
export type CommandGroup = { title: string; commands: () => readonly Command[] };

type Registry = {
  groups: Readonly<Record<string, CommandGroup>>;
  put: (id: string, group: CommandGroup) => void;
  drop: (id: string) => void;
};

/** What the palette offers: the groups of all parts that are on the screen. */
export const useCommandGroups = create<Registry>((set) => ({
  groups: {},
  put: (id, group) => set(({ groups }) => ({ groups: { ...groups, [id]: group } })),
  drop: (id) => set(({ groups: { [id]: _, ...groups } }) => ({ groups })),
}));

/** Offers commands in the palette, and on their keys, for as long as the component is there. */
export function useCommands(title: string, commands: readonly Command[]): void {
  const id = useId();
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    const { put, drop } = useCommandGroups.getState();
    // Asked for when the palette opens: what can be done may have changed since.
    put(id, { title, commands: () => current.current });
    return () => drop(id);
  }, [id, title]);
  const keyed = commands.flatMap(({ keys, off, run }) => (keys ? [[keys, off ? () => {} : run]] : []));
  useKeys(Object.fromEntries(keyed));
}

/** A key as it stands on a cap: `"Mod+Shift+z"` is "Ctrl ⇧Z". */
export function caps(keys: string): string {
  return keys
    .split(" ")
    .map((key) =>
      key
        .replace("Mod+", `${MOD} `)
        .replace("Shift+", "⇧")
        .replace("Enter", "↵")
        .replace(/(^|[ ⇧])([a-z])$/, (_, before, letter) => before + letter.toUpperCase()),
    )
    .join(" ");
}
