import type { BrandProfile, Fact, WorkspaceView } from "../ops.gen";

export const about: WorkspaceView & { brand: BrandProfile; logo: string; examples: string[] } = {
  name: "NextDaySteel",
  demo: true,
  folder: "/home/yard/galley/demo/nextdaysteel",
  member: { id: "member-1", name: "Marketing lead", role: "admin", removed: false },
  members: [{ id: "member-1", name: "Marketing lead", role: "admin", removed: false }],
  brand: {
    schema_version: 1,
    name: "NextDaySteel",
    one_liner:
      "NextDaySteel cuts reinforcing mesh and steel bar to size and delivers it to UK building sites the next working day.",
    language: "en",
    audiences: ["site managers", "groundworkers"],
    website: "https://nextdaysteel.example",
    hashtags: ["#CutToSize", "#Mesh"],
    rules: {
      never: [{ text: "game-changing", source: null }],
      prefer: [{ text: "cut to size", instead_of: ["bespoke"], source: null }],
      required: [],
      emoji: false,
      exclamation_marks: false,
      use_hashtags: true,
      max_sentence_words: 18,
      contractions: null,
      speaks_as: "we",
      spelling: "british",
    },
    kit: {
      logo: "logo.svg",
      palette: [
        { name: "Yard blue", hex: "#1E3440" },
        { name: "Tag yellow", hex: "#F2B33D" },
      ],
      fonts: ["Inter"],
    },
  },
  logo: "logo",
  examples: [
    "Announce the new mesh cut-to-size service to site managers, friendly",
    "Explain how to read a bar mark, for new starters on site",
    "Offer the first ten cuts at half price until the end of the month",
  ],
  channels: [
    { id: "channel-li", network: "linkedin", name: "NextDaySteel", handle: null, state: "planned" },
    { id: "channel-x", network: "x", name: "NextDaySteel", handle: "nextdaysteel", state: "planned" },
    { id: "channel-fb", network: "facebook", name: "NextDaySteel", handle: null, state: "planned" },
    {
      id: "channel-ig",
      network: "instagram",
      name: "NextDaySteel",
      handle: "nextdaysteel",
      state: "planned",
    },
  ],
  counts: { documents: 14, entries: 236, past_posts: 60, posts: 0, waiting: 0 },
};

const fact = (
  id: string,
  text: string,
  file: string,
  heading: string,
  kind: Fact["kind"] = "statement",
): Fact => ({
  entry: `entry-${id}`,
  text,
  document: `document-${file}`,
  file,
  span: { start: 0, end: text.length },
  subject: heading,
  category: "service",
  kind,
  entities: [],
  question: null,
  form: "sentence",
  quoted: false,
  order: null,
  product: null,
  headings: [heading],
  relevance: 0.8,
});

export const facts = {
  cutoff: fact(
    "cutoff",
    "An order that reaches us by 2 pm is cut that afternoon and loaded that evening.",
    "about.md",
    "How we work",
  ),
  tag: fact("tag", "Each cut sheet carries a tag with its mark number.", "mesh-cut-to-size.md", "Tags"),
  price: fact(
    "price",
    "Shape cutting starts at £38.50 a cut, ex VAT.",
    "mesh-cut-to-size.md",
    "Straight cuts and shape cuts",
  ),
  sizes: fact(
    "sizes",
    "A142, A193, A252 and A393 are cut in the yard on a shear, so nobody needs a grinder on the slab.",
    "mesh-cut-to-size.md",
    "Mesh, cut to size",
  ),
  scrap: fact(
    "scrap",
    "Our yard sends every kilo of scrap back to be melted, so no steel goes into your skip.",
    "mesh-cut-to-size.md",
    "Why cut in the yard",
  ),
};

export type FactName = keyof typeof facts;
