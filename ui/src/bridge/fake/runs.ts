import { Failure } from "../failure";
import type { Ops, RunSummary, RunView } from "../ops.gen";
import { about } from "./brand";
import type { Workspace } from "./engine";

/** Runs that were: the newest first, what their steps gave, and taking one up again. */
export function runsOf(workspace: Workspace) {
  const find = (id: string): RunView => {
    const run = workspace.runs.get(id);
    if (!run) throw new Failure("not-found", "no such run", { what: "run", id });
    return run;
  };
  return {
    "run.list": ({ state, text }) =>
      [...workspace.runs.values()]
        .reverse()
        .map(
          ({ id, kind, state, steps, brief, created, seconds }): RunSummary => ({
            id,
            kind,
            state,
            steps,
            brief,
            created,
            seconds,
            by: about.member.name,
          }),
        )
        .filter((run) => !state || run.state === state)
        .filter((run) => run.brief.toLowerCase().includes((text ?? "").toLowerCase())),
    "run.step": ({ run, step }) => {
      const found = find(run);
      const { state } = found.steps.find(({ name }) => name === step) ?? { state: "pending" as const };
      const given = JSON.stringify({ step, skill: "announcement", confidence: 0.86 }, null, 2);
      return {
        name: step,
        state,
        input: { text: JSON.stringify({ brief: found.brief, networks: null }, null, 2), left_off: 0 },
        output: state === "completed" ? { text: given, left_off: 0 } : null,
      };
    },
    "run.retry": ({ run }) => find(workspace.start(find(run).brief, undefined)),
  } satisfies { [K in "run.list" | "run.step" | "run.retry"]: (input: Ops[K]["in"]) => Ops[K]["out"] };
}
