// The operations and their types, in the form in which they are generated from the application crate.

export type ChannelId = string;
export type CandidateId = string;
export type DocumentId = string;
export type EntryId = string;
export type MediaId = string;
export type MemberId = string;
export type PostId = string;
export type RevisionId = string;
export type RunId = string;
export type VersionId = string;

export type Language = "en" | "de" | "other";
export type NetworkId = "linkedin" | "x" | "facebook" | "instagram";
export type Role = "viewer" | "reviewer" | "editor" | "admin";
export type Theme = "light" | "dark" | "system";
export type Severity = "note" | "warn" | "block";
export type VersionState = "draft" | "awaiting-approval" | "changes-requested" | "approved" | "approval-void";
export type RunState = "pending" | "running" | "completed" | "failed" | "cancelled";
export type StepState = "pending" | "running" | "completed" | "failed" | "cancelled" | "skipped";
export type RevisionReason = "draft" | "edit" | "fix" | "restore";
export type DecisionKind = "approve" | "request-changes";
export type ChannelState = "planned" | "connected" | "needs-reconnect" | "disconnected";
export type Tag = "workspace" | "settings" | "brand" | "knowledge" | "skills" | "runs" | "posts" | "review";

export type Code =
  | "unknown-operation"
  | "bad-input"
  | "brief-empty"
  | "brief-too-long"
  | "brief-no-words"
  | "not-allowed"
  | "own-work"
  | "not-found"
  | "edit-conflict"
  | "blocked-by-guard"
  | "wrong-state"
  | "content-changed"
  | "nothing-to-undo"
  | "comment-required"
  | "fix-gone"
  | "folder-unreadable"
  | "nothing-usable"
  | "disk-full"
  | "read-only"
  | "damaged"
  | "internal";

export const CODES: readonly Code[] = [
  "unknown-operation",
  "bad-input",
  "brief-empty",
  "brief-too-long",
  "brief-no-words",
  "not-allowed",
  "own-work",
  "not-found",
  "edit-conflict",
  "blocked-by-guard",
  "wrong-state",
  "content-changed",
  "nothing-to-undo",
  "comment-required",
  "fix-gone",
  "folder-unreadable",
  "nothing-usable",
  "disk-full",
  "read-only",
  "damaged",
  "internal",
];

export type Params = { [key: string]: string };
export type Span = { start: number; end: number };

export type Member = { id: MemberId; name: string; role: Role };
export type Channel = {
  id: ChannelId;
  network: NetworkId;
  name: string;
  handle: string | null;
  state: ChannelState;
};

export type RuleSource = { file: string; span: Span };
export type Rule = { text: string; source: RuleSource | null };
export type Preference = { text: string; instead_of: string[]; source: RuleSource | null };
export type BrandRules = {
  never: Rule[];
  prefer: Preference[];
  required: Rule[];
  emoji: boolean | null;
  exclamation_marks: boolean | null;
  use_hashtags: boolean | null;
  max_sentence_words: number | null;
  contractions: boolean | null;
  speaks_as: "we" | "name" | "i" | null;
  spelling: "british" | "american" | null;
};
export type BrandKit = { logo: string | null; palette: { name: string; hex: string }[]; fonts: string[] };
export type BrandProfile = {
  schema_version: number;
  name: string;
  one_liner: string;
  language: Language;
  audiences: string[];
  website: string | null;
  hashtags: string[];
  rules: BrandRules;
  kit: BrandKit;
};

export type Counts = {
  documents: number;
  entries: number;
  past_posts: number;
  posts: number;
  waiting: number;
};
export type WorkspaceView = {
  name: string;
  demo: boolean;
  folder: string;
  member: Member;
  members: Member[];
  brand: BrandProfile | null;
  channels: Channel[];
  counts: Counts;
};

export type Settings = { language: "en" | "de" | null; theme: Theme };

export type Certainty = "documented" | "observed" | "uncertain";
export type Sourced<T> = { value: T; source: string; date: string; certainty: Certainty };
export type Fold = {
  lines: number | null;
  column_px: number;
  font_px: number;
  line_px: number;
  about_chars: number | null;
};
export type FoldRules = {
  phone: Sourced<Fold>;
  desktop: Sourced<Fold>;
  blank_lines_count: Sourced<boolean>;
  marker: string;
};
export type Cell = { x: number; y: number; width: number; height: number };
export type Arrangement =
  | { kind: "single"; ratio_min: number; ratio_max: number | null }
  | { kind: "cells"; ratio: number; cells: Cell[] }
  | { kind: "carousel"; ratio_min: number; ratio_max: number };
export type PictureGrid = { pictures: number; or_more: boolean; arrangement: Sourced<Arrangement> };
export type LinkCard = {
  ratio: Sourced<number>;
  title_lines: number;
  domain: "above-title" | "below-title" | "over-picture";
  description: boolean;
  picture_replaces_it: boolean;
};
export type AvatarShape = "round" | "square";
export type EntityInk = { light: string; dark: string; bold: boolean };
/** What a network asks of a post, as far as the window uses it. */
export type NetworkRules = {
  id: NetworkId;
  name: string;
  text: { limit: Sourced<number> };
  links: { clickable: Sourced<boolean> };
  fold: FoldRules;
  card: LinkCard | null;
  grids: PictureGrid[];
  avatar: { person: Sourced<AvatarShape> | null; brand: Sourced<AvatarShape> | null };
  ink: Sourced<EntityInk>;
};

export type Entity = {
  kind:
    | "product"
    | "price"
    | "quantity"
    | "number"
    | "date"
    | "time"
    | "place"
    | "person"
    | "organization"
    | "contact";
  text: string;
  span: Span;
  key: string;
};
export type Fact = {
  entry: EntryId;
  text: string;
  document: DocumentId;
  file: string;
  span: Span;
  subject: string;
  category: string;
  kind: "statement" | "answer" | "item" | "step" | "product";
  entities: Entity[];
  question: string | null;
  headings: string[];
  relevance: number;
};

export type Notice = { code: string; params: Params };
export type AdvisoryChoice = { code: string; params: Params; brief: string; skill: string | null };
export type Advisory = { code: string; params: Params; choices: AdvisoryChoice[] };

export type Angle = { code: string; params: Params; lead: EntryId };
export type RankingPart = { code: string; value: number; weight: number };
export type Ranking = { total: number; parts: RankingPart[] };
export type Citation = { span: Span; fact: number };
export type VoiceReason = { code: string; points: number; span: Span | null; params: Params };
export type VoiceScore = { score: number | null; posts: number; reasons: VoiceReason[] };
export type TextEdit = { span: Span; text: string };
export type Fix = { code: string; params: Params; edits: TextEdit[] };
export type RuleOrigin = { name: string; date: string | null };
export type Finding = {
  guard: string;
  code: string;
  severity: Severity;
  span: Span | null;
  params: Params;
  fixes: Fix[];
  source: RuleOrigin | null;
};

export type MediaUse = { media: MediaId; sha256: string; alt: string };
export type Payload = {
  network: NetworkId;
  text: string;
  link: string | null;
  media: MediaUse[];
  first_comment: string | null;
};

export type DecisionView = {
  kind: DecisionKind;
  member: string;
  at: string;
  content_hash: string;
  comment: string | null;
  voided_at: string | null;
};
export type RevisionView = { id: RevisionId; number: number; reason: RevisionReason; author: string; at: string };
export type VersionView = {
  id: VersionId;
  post: PostId;
  candidate: CandidateId;
  channel: Channel;
  network: NetworkId;
  revision: RevisionView;
  payload: Payload;
  count: { value: number; limit: number };
  citations: Citation[];
  findings: Finding[];
  voice: VoiceScore;
  state: VersionState;
  content_hash: string;
  decisions: DecisionView[];
  can_undo: boolean;
  can_redo: boolean;
};
export type CandidateView = {
  id: CandidateId;
  ordinal: number;
  angle: Angle;
  skill: string;
  facts: Fact[];
  ranking: Ranking;
  versions: VersionView[];
};
export type PostView = {
  id: PostId;
  brief: string;
  language: Language;
  created: string;
  run: RunId;
  skill: { name: string; confidence: number };
  notice: Notice | null;
  chosen: CandidateId | null;
  state: VersionState;
  candidates: CandidateView[];
};
export type PostSummary = {
  id: PostId;
  brief: string;
  title: string;
  created: string;
  state: VersionState;
  networks: NetworkId[];
  candidates: number;
};

export type StepView = { name: string; state: StepState; ms: number | null };
export type RunView = {
  id: RunId;
  kind: string;
  state: RunState;
  steps: StepView[];
  post: PostId | null;
  advisory: Advisory | null;
  notice: Notice | null;
  error: { code: string; message: string; params: Params } | null;
  created: string;
  ms: number | null;
};

export type ReviewItem = {
  post: PostId;
  candidate: CandidateId;
  title: string;
  networks: NetworkId[];
  by: string;
  at: string;
  state: VersionState;
  blocks: number;
  warnings: number;
  notes: number;
};

export type Nothing = Record<string, never>;

export interface Ops {
  "workspace.about": { input: Nothing; output: WorkspaceView };
  "settings.get": { input: Nothing; output: Settings };
  "settings.set": { input: { language?: "en" | "de"; theme?: Theme }; output: Settings };
  "network.list": { input: Nothing; output: NetworkRules[] };
  "draft.start": {
    input: {
      brief: string;
      networks?: NetworkId[];
      candidates?: number;
      seed?: string;
      language?: "en" | "de";
      skill?: string;
    };
    output: { run: RunId };
  };
  "run.get": { input: { run: RunId }; output: RunView };
  "run.cancel": { input: { run: RunId }; output: RunView };
  "post.list": { input: { text?: string; state?: VersionState }; output: PostSummary[] };
  "post.get": { input: { post: PostId }; output: PostView };
  "version.edit": { input: { version: VersionId; text: string; base: RevisionId }; output: VersionView };
  "version.fix": {
    input: { version: VersionId; base: RevisionId; finding: number; fix: number };
    output: VersionView;
  };
  "version.fix_all": {
    input: { version: VersionId };
    output: { version: VersionView; applied: number; left: number };
  };
  "version.undo": { input: { version: VersionId }; output: VersionView };
  "version.redo": { input: { version: VersionId }; output: VersionView };
  "candidate.choose": { input: { candidate: CandidateId }; output: PostView };
  "review.request": { input: { candidate: CandidateId }; output: PostView };
  "review.inbox": { input: Nothing; output: { waiting: ReviewItem[]; decided: ReviewItem[] } };
  "review.approve": {
    input: { candidate: CandidateId; versions: { version: VersionId; content_hash: string }[] };
    output: PostView;
  };
  "review.request_changes": { input: { candidate: CandidateId; comment: string }; output: PostView };
}

export type OpName = keyof Ops;
export type OpFacts = { provides: readonly Tag[]; invalidates: readonly Tag[]; role: Role };

export const OPS: { readonly [K in OpName]: OpFacts } = {
  "workspace.about": { provides: ["workspace", "brand", "posts", "review"], invalidates: [], role: "viewer" },
  "settings.get": { provides: ["settings"], invalidates: [], role: "viewer" },
  "settings.set": { provides: [], invalidates: ["settings"], role: "viewer" },
  "network.list": { provides: [], invalidates: [], role: "viewer" },
  "draft.start": { provides: [], invalidates: ["runs"], role: "editor" },
  "run.get": { provides: ["runs"], invalidates: [], role: "viewer" },
  "run.cancel": { provides: [], invalidates: ["runs"], role: "editor" },
  "post.list": { provides: ["posts"], invalidates: [], role: "viewer" },
  "post.get": { provides: ["posts", "review"], invalidates: [], role: "viewer" },
  "version.edit": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "version.fix": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "version.fix_all": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "version.undo": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "version.redo": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "candidate.choose": { provides: [], invalidates: ["posts"], role: "editor" },
  "review.request": { provides: [], invalidates: ["posts", "review"], role: "editor" },
  "review.inbox": { provides: ["review"], invalidates: [], role: "viewer" },
  "review.approve": { provides: [], invalidates: ["posts", "review"], role: "reviewer" },
  "review.request_changes": { provides: [], invalidates: ["posts", "review"], role: "reviewer" },
};

export type Event = { kind: "run"; run: RunId } | { kind: "stale"; tags: Tag[] };
