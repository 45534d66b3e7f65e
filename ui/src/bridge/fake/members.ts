import type { OpName, Ops } from "../ops.gen";
import type { Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** Members, as the application has them. */
export function membersOf(workspace: Workspace): Handlers {
  const { team } = workspace;
  const changed = () => {
    workspace.log("member");
    workspace.stale("members", "workspace", "review", "posts");
    return team.view();
  };
  return {
    "member.list": () => team.view(),
    "member.add": ({ name, role }) => {
      team.add(name, role);
      return changed();
    },
    "member.rename": ({ member, name }) => {
      team.change(member, { name });
      return changed();
    },
    "member.set_role": ({ member, role }) => {
      team.change(member, { role });
      return changed();
    },
    "member.remove": ({ member }) => {
      team.change(member, { removed: true });
      return changed();
    },
    "member.act": ({ member }) => {
      team.acting = team.find(member).id;
      return changed();
    },
  };
}
