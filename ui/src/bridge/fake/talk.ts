import { Failure } from "../failure";
import type { ConversationView, OpName, Ops } from "../ops.gen";
import { about } from "./brand";
import type { Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** Conversations in memory. */
export function talking(workspace: Workspace): Handlers {
  const conversations: ConversationView[] = [];
  const shown = (id: string): ConversationView => {
    const found = conversations.find((other) => other.id === id);
    if (!found) throw new Failure("not-found", "no such conversation", { what: "conversation", id });
    return {
      ...found,
      turns: found.turns.map((turn) => ({
        ...turn,
        post: turn.run ? (workspace.runs.get(turn.run)?.post ?? null) : null,
      })),
    };
  };
  return {
    "conversation.say": ({ conversation, text, choice }) => {
      if (text.trim() === "") throw new Failure("brief-empty", "nothing was said");
      const known = conversations.find(({ id }) => id === conversation);
      const talk = known ?? { id: workspace.id("conversation"), turns: [] };
      if (!known) conversations.unshift(talk);
      const isRequest = /shorter|formal|price|opening/i.test(text) && !choice;
      const lost = isRequest && talk.turns.length === 0;
      talk.turns.push({
        id: workspace.id("turn"),
        said: text,
        understood: {
          code: lost
            ? "said.nothing-to-change"
            : choice
              ? "said.choice"
              : isRequest
                ? "said.request"
                : "said.brief",
          params: {},
        },
        run: lost ? null : workspace.start(choice?.brief ?? text, choice?.skill ?? undefined),
        post: null,
        by: about.member.name,
        at: workspace.at(),
      });
      workspace.stale("runs");
      return shown(talk.id);
    },
    "conversation.get": ({ conversation }) => shown(conversation),
    "conversation.list": ({ text }) =>
      conversations
        .filter(
          ({ turns }) => !text || turns.some(({ said }) => said.toLowerCase().includes(text.toLowerCase())),
        )
        .map(({ id, turns }) => ({
          id,
          title: turns[0]?.said ?? "",
          turns: turns.length,
          at: turns.at(-1)?.at ?? workspace.at(),
        })),
  };
}
