/** Moves the focus to the next or former note in the margin, and what it offers. */
export function stepNote(by: number): void {
  const notes = [...document.querySelectorAll<HTMLElement>(".edit [data-note]")];
  if (notes.length === 0) return;
  const here = notes.findIndex((note) => note.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : notes.length - 1) : (here + by + notes.length) % notes.length;
  focusNote(next);
}

/** Puts the focus on a note: on its first fix, or on the note itself. */
export function focusNote(place: number): void {
  const notes = [...document.querySelectorAll<HTMLElement>(".edit [data-note]")];
  const note = notes[Math.min(place, notes.length - 1)];
  if (!note) return;
  note.scrollIntoView({ block: "nearest" });
  const target = note.querySelector<HTMLElement>("button") ?? note;
  if (target === note) note.tabIndex = -1;
  target.focus();
}
