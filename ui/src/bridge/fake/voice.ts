import { Failure } from "../failure";
import type {
  Axis,
  AxisReading,
  BrandProfile,
  DocumentRevision,
  OpName,
  Ops,
  PastPostView,
  VoiceChange,
  VoiceView,
} from "../ops.gen";
import { about } from "./brand";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

const TEXTS = [
  "Sizes by 2. Steel by 8.\n\nSend the schedule.",
  "Got a pour coming up? Shout. We cut mesh to size and it is on site tomorrow.",
  "No minimum. No drama. Ring the yard.",
  "A393 is the heavy one. Ten-mil bar, 200 squares.\n\nAsk us before you order.",
  "If it fits on the wagon, we can cut it. Send the drawing.",
  "Tag says M04, drawing says M04. Done.",
  "We are not the cheapest. We are here tomorrow.",
  "Most orders go out the same day they come in. Cut to size, tagged, on site.",
  "It is steel. It is the right length. Ring the yard.",
  "Wet slab, cold hands, and the mesh turns up cut to size.",
  "Bar schedule in by two, steel on site tomorrow. Send it over.",
  "Every cut sheet leaves the yard with its mark on.",
];

/** A brand profile, a voice and past posts in memory. */
export function voiceHandlers(
  choices: { posts: number | null },
  stale: (...tags: "brand"[]) => void,
): Handlers {
  const count = Math.min(choices.posts ?? 60, 500);
  let posts: PastPostView[] = Array.from({ length: count }, (_, at) => ({
    id: `past-${at + 1}`,
    date: `2026-03-${String((at % 28) + 1).padStart(2, "0")}`,
    network: (["linkedin", "x", "facebook", "instagram"] as const)[at % 4] ?? null,
    text: TEXTS[at % TEXTS.length] ?? "",
    pinned: false,
    avoided: false,
  }));
  let profile: BrandProfile = structuredClone(about.brand);
  let revision = 4;
  let voiceRevision = 12;
  const edits: VoiceView["edits"] = {
    targets: {},
    use_added: [],
    use_removed: [],
    pinned: [],
    avoided: [],
  };
  const changed = <T>(value: T): T => {
    voiceRevision += 1;
    stale("brand");
    return value;
  };
  const view = (): VoiceView => voiceOf(posts, edits, profile, posts.length > 0 ? voiceRevision : 0);
  const past: DocumentRevision[] = [
    {
      revision: 4,
      member: "Marketing lead",
      at: "2026-03-24T10:42:00Z",
      changes: [{ field: "audiences", removed: ["builders"], added: ["groundworkers"] }],
    },
    { revision: 3, member: "Yard office", at: "2026-03-20T09:10:00Z", changes: [] },
  ];
  return {
    "brand.get": () => ({ revision, profile }),
    "brand.save": ({ profile: next }) => {
      if (next.name.trim() === "")
        throw new Failure("brand-invalid", "empty", { field: "name", problem: "empty", value: "" });
      if (next.website && !/^https?:\/\/\S+\.\S+$/.test(next.website))
        throw new Failure("brand-invalid", "address", {
          field: "website",
          problem: "not-an-address",
          value: next.website,
        });
      profile = next;
      revision += 1;
      stale("brand");
      return { revision, profile };
    },
    "brand.revisions": () => past,
    "brand.restore": () => {
      revision += 1;
      stale("brand");
      return { revision, profile };
    },
    "voice.get": view,
    "voice.relearn": () => changed(view()),
    "voice.revisions": () => [
      {
        revision: 12,
        member: "Marketing lead",
        at: "2026-03-24T10:42:00Z",
        changes: [
          { field: "posts", removed: ["58"], added: ["60"] },
          { field: "axes", removed: ["formal-casual 64"], added: ["formal-casual 66"] },
        ],
      },
      { revision: 11, member: "Marketing lead", at: "2026-03-20T09:10:00Z", changes: [] },
    ],
    "voice.restore": () => changed(view()),
    "voice.edit": ({ change }) => {
      edit(change, edits, profile, posts);
      return changed(view());
    },
    "voice.score": ({ text }) => scored(text, posts.length),
    "past-posts.list": ({ text, offset, limit }) => {
      const found = posts.filter((post) => post.text.toLowerCase().includes((text ?? "").toLowerCase()));
      const from = offset ?? 0;
      return { total: found.length, posts: found.slice(from, from + (limit ?? 50)) };
    },
    "past-posts.preview": ({ text, split }) => {
      const parts = partsOf(text);
      const known = parts.filter((part) => posts.some((post) => post.text === part)).length;
      return {
        split: !split || split === "auto" ? "blank-lines" : split,
        total: parts.length,
        known,
        posts: parts.slice(0, 50).map((part) => ({ date: null, network: null, text: part })),
        broken_rows: [],
      };
    },
    "past-posts.add": ({ text }) => {
      const fresh = partsOf(text).filter((part) => !posts.some((post) => post.text === part));
      const added = fresh.map((part, at) => ({
        id: `past-${posts.length + at + 1}`,
        date: null,
        network: null,
        text: part,
        pinned: false,
        avoided: false,
      }));
      posts = [...added, ...posts];
      return changed({ added: fresh.length, total: posts.length });
    },
    "past-posts.remove": ({ posts: ids }) => {
      posts = posts.filter((post) => !ids.includes(post.id));
      return changed(posts.length);
    },
  };
}

function partsOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n-{3,}\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function edit(
  change: VoiceChange,
  edits: VoiceView["edits"],
  profile: BrandProfile,
  posts: PastPostView[],
): void {
  const without = (list: string[], word: string) => list.filter((other) => other !== word);
  if (change.kind === "target") {
    if (change.value === null) delete edits.targets[change.axis];
    else edits.targets[change.axis] = change.value;
  } else if (change.kind === "use") {
    edits.use_added = without(edits.use_added, change.word);
    edits.use_removed = without(edits.use_removed, change.word);
    (change.listed ? edits.use_added : edits.use_removed).push(change.word);
  } else if (change.kind === "never") {
    profile.rules.never = profile.rules.never.filter(({ text }) => text !== change.word);
    if (change.listed) profile.rules.never.push({ text: change.word, source: null });
  } else if (change.kind === "prefer") {
    profile.rules.prefer = profile.rules.prefer.filter(({ text }) => text !== change.word);
    if (change.listed)
      profile.rules.prefer.push({ text: change.word, instead_of: change.instead_of ?? [], source: null });
  } else {
    const post = posts.find(({ id }) => id === change.post);
    if (!post) throw new Failure("not-found", "no such post", { what: "past post", id: change.post });
    post.pinned = change.mark === "pin";
    post.avoided = change.mark === "avoid";
  }
}

const PLACES: [Axis, number, number[]][] = [
  ["formal-casual", 66, [0, 1, 2]],
  ["serious-playful", 38, [5, 11, 3]],
  ["reserved-warm", 57, [1, 3, 7]],
  ["plain-technical", 27, [4, 8, 5]],
  ["modest-bold", 44, [6, 7, 8]],
];

function voiceOf(
  posts: PastPostView[],
  edits: VoiceView["edits"],
  profile: BrandProfile,
  revision: number,
): VoiceView {
  const learned = posts.filter((post) => !post.avoided);
  const half = 40 / Math.sqrt(Math.max(learned.length, 1));
  const axes: AxisReading[] = PLACES.map(([axis, value, quoted]) => ({
    axis,
    value,
    low: Math.max(0, value - half),
    high: Math.min(100, value + half),
    band_low: value - 12,
    band_high: value + 12,
    quotes: quoted.flatMap((at) => {
      const post = learned[at];
      const text = post?.text.split("\n")[0] ?? "";
      return post ? [{ post: post.id, span: { start: 0, end: text.length }, text }] : [];
    }),
  }));
  const spread = (low: number, middle: number, high: number) => ({ low, middle, high });
  const words: [string, number][] = [
    ["cut to size", 41],
    ["on site tomorrow", 23],
    ["the yard", 19],
    ["bar schedule", 12],
    ["mesh", 11],
    ["drawing", 9],
  ];
  const exemplar = (post: PastPostView, place: number) => ({
    post: post.id,
    text: post.text,
    place,
    pinned: post.pinned,
  });
  return {
    revision,
    language: profile.language,
    posts: learned.length,
    posts_needed: 10,
    axes: learned.length > 0 ? axes : [],
    lexicon: words
      .filter(([text]) => learned.length >= 5 && !edits.use_removed.includes(text))
      .map(([text, count]) => ({ text, posts: count })),
    never: profile.rules.never,
    prefer: profile.rules.prefer.map((rule) => ({ rule, with: 41, without: 2 })),
    exemplars: {
      near: learned.slice(0, 4).map((post) => exemplar(post, 1.2)),
      far: learned.slice(9, 10).map((post) => exemplar(post, -1.8)),
    },
    edits: structuredClone(edits),
    own_scores: spread(7.1, 8.2, 9.1),
    sentence_words: spread(3, 8, 14),
    paragraph_words: spread(5, 14, 24),
    hashtags: spread(0, 1, 2),
    habits: { we: 0.42, you: 0.61, questions: 0.14, imperatives: 0.72, capitals: 0.03 },
    openings: { fragment: 0.52, question: 0.2, statement: 0.28 },
    closings: { ask: 0.47, fragment: 0.33, statement: 0.2 },
    calls_to_action: ["send", "ring", "ask"],
    quoted: learned.slice(0, 12).map(({ id, date, network }) => ({ post: id, date, network })),
  };
}

function scored(text: string, posts: number): Ops["voice.score"]["out"] {
  const at = text.toLowerCase().indexOf("excited to");
  const never = at < 0 ? [] : [{ code: "never-word", points: -1.6, params: { word: "excited to" } }];
  const own = text.includes("on site tomorrow")
    ? [{ code: "wording-own", points: 0.8, params: { words: "on site tomorrow", posts: "23" } }]
    : [];
  const reasons = [...never, ...own].map((reason) => ({
    ...reason,
    span: reason.code === "never-word" ? { start: at, end: at + 10 } : null,
  }));
  const score = 7.8 + reasons.reduce((sum, { points }) => sum + points, 0);
  const sentence = /^.*?[.!?](\s+|$)/.exec(text.slice(text.lastIndexOf(".", at) + 1))?.[0].length ?? 0;
  return {
    voice: { score: posts < 10 ? null : score, posts, reasons },
    improvements:
      at < 0 || posts < 10
        ? []
        : [
            {
              code: "never-word",
              span: { start: at, end: at + 10 },
              replacement: "about to",
              score: score + 1.6,
            },
            {
              code: "wording-far",
              span: { start: 0, end: sentence },
              replacement: "",
              score: score + 1.4,
            },
          ],
  };
}
