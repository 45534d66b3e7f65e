/**
 * Calls `measure` now, whenever one of the elements changes its size, and when fonts have come: a text
 * that is laid out anew has other lines even where its box stays. Returns what ends it.
 */
export function watchLayout(
  elements: readonly (Element | null | undefined)[],
  measure: () => void,
): () => void {
  measure();
  const observer = new ResizeObserver(measure);
  for (const element of elements) if (element) observer.observe(element);
  // jsdom has no fonts.
  const fonts: FontFaceSet | undefined = document.fonts;
  fonts?.addEventListener("loadingdone", measure);
  return () => {
    observer.disconnect();
    fonts?.removeEventListener("loadingdone", measure);
  };
}
