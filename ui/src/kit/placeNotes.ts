/** Room between two notes, px. */
export const NOTE_GAP = 10;

/** A note in the order of its mark: where it would like to stand, and how high it is. */
export type Wish = { y: number; height: number };

/**
 * Where margin notes stand. A down pass keeps each from rising above its mark or over its neighbor;
 * an up pass keeps them from hanging far below the copy; a last pass keeps them apart where the copy is
 * too short for all of them.
 *
 * `roof` is the height of the copy: notes end there if they can. `from` is the height of what stands above
 * them in the margin.
 */
export function placeNotes(wishes: readonly Wish[], roof: number, from = 0): number[] {
  const tops: number[] = [];
  let floor = from;
  for (const wish of wishes) {
    const top = Math.max(wish.y, floor);
    tops.push(top);
    floor = top + wish.height + NOTE_GAP;
  }
  let ceiling = roof;
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const wish = wishes[index];
    const top = tops[index];
    if (!wish || top === undefined) continue;
    tops[index] = Math.max(from, Math.min(top, ceiling - wish.height));
    ceiling = (tops[index] ?? 0) - NOTE_GAP;
  }
  floor = from;
  for (const [index, wish] of wishes.entries()) {
    const top = Math.max(tops[index] ?? 0, floor);
    tops[index] = top;
    floor = top + wish.height + NOTE_GAP;
  }
  return tops;
}

/** The height that the notes need together. */
export function notesHeight(wishes: readonly Wish[], tops: readonly number[]): number {
  return wishes.reduce((height, wish, index) => Math.max(height, (tops[index] ?? 0) + wish.height), 0);
}

/**
 * Where numbered ticks stand in a narrow margin: beside their line, 18 px apart, and stacked at the foot
 * if their line lies below the fold.
 */
export function placeTicks(wishes: readonly number[], height: number): number[] {
  let floor = 0;
  return wishes.map((wish, index) => {
    const top = Math.min(Math.max(wish, floor), height - 16 - 18 * (wishes.length - 1 - index));
    floor = top + 18;
    return top;
  });
}
