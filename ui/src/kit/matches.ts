/** Where the words of a query stand in a name: ranges of UTF-16 units in order, or null if one is missing. */
export function matches(name: string, query: string): readonly (readonly [number, number])[] | null {
  const folded = fold(name);
  const found: [number, number][] = [];
  for (const word of fold(query).split(/\s+/).filter(Boolean)) {
    const at = startOf(folded, word);
    if (at < 0) return null;
    found.push([at, at + word.length]);
  }
  found.sort(([a], [b]) => a - b);
  // Words may stand in each other; what is marked once is not marked again.
  return found.reduce<[number, number][]>((kept, [start, end]) => {
    const last = kept.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
    return kept;
  }, []);
}

/** The beginning of a word that begins so, or else any place. */
function startOf(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return at;
  }
  return text.indexOf(word);
}

/** Lower case, letter by letter: places stay the same. */
function fold(text: string): string {
  return [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join("");
}
