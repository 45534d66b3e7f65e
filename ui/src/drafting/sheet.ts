import type { CandidateView, Content, NetworkId, Payload, VersionView } from "@/bridge";

/** What lies on the desk: a version, or the global text that its fellows follow. */
export type Sheet = Pick<
  VersionView,
  "id" | "candidate" | "revision" | "findings" | "citations" | "voice" | "can_undo" | "can_redo"
> & {
  payload: Pick<Payload, keyof Content>;
  /** Null: the global text. */
  network: NetworkId | null;
};

/** A candidate's global text as a sheet. Its id is no version's. */
export function globalSheet(candidate: CandidateView): Sheet {
  const { revision, content, findings, citations, voice, can_undo, can_redo } = candidate.global;
  return {
    id: `global-${candidate.id}`,
    candidate: candidate.id,
    network: null,
    payload: content,
    revision,
    findings,
    citations,
    voice,
    can_undo,
    can_redo,
  };
}

/** What an edit changes besides the text. */
export type Beside = {
  link?: string;
  first_comment?: string;
  media?: { media: string; alt?: string }[];
};
