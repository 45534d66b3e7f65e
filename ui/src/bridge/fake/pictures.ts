/** Pictures drawn in code, so that the fake needs no files. */

const svg = (width: number, height: number, inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`,
  )}`;

const logo = svg(
  360,
  360,
  '<rect width="360" height="360" rx="50" fill="#1E3440"/><path d="M80 260V100h40l80 100V100h40v160h-40l-80-100v100z" fill="#F4F1EA"/><path d="M270 100h30v128l-30 32z" fill="#F2B33D"/>',
);

/** Mesh on a slab, in perspective enough to tell the pictures apart. */
function mesh(width: number, height: number, ground: string, wire: string, skew: number): string {
  let lines = "";
  for (let x = -height; x < width + height; x += 46) {
    lines += `<path d="M${x} 0L${x + skew} ${height}"/>`;
  }
  for (let y = 0, step = 18; y < height; y += step, step *= 1.09) {
    lines += `<path d="M0 ${y}L${width} ${y + 14}"/>`;
  }
  return svg(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="${ground}"/><g stroke="#00000038" stroke-width="7" transform="translate(9 8)">${lines}</g><g stroke="${wire}" stroke-width="6">${lines}</g>`,
  );
}

export const pictures = [
  {
    id: "m1",
    alt: "A393 mesh cut on the skew, laid on spacers",
    url: mesh(1200, 628, "#A8A69F", "#4E4A45", 260),
  },
  { id: "m2", alt: "Tagged sheets stacked in lay order", url: mesh(1080, 1350, "#B7AFA2", "#5C4B3E", -180) },
  { id: "m3", alt: "", url: mesh(1080, 1080, "#8F9AA0", "#39434A", 90) },
];

/** The address of a picture, as the shell would give it. */
export function addressOf(id: string): string {
  return id === "logo" ? logo : (pictures.find((picture) => picture.id === id)?.url ?? "");
}
