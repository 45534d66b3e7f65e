import { Failure } from "../failure";
import type { AuditIn, AuditRecordView, OpName, Ops } from "../ops.gen";
import type { Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** The audit chain, as the application has it. */
export function auditOf(workspace: Workspace): Handlers {
  const fitting = ({ text, member, operation }: AuditIn): AuditRecordView[] => {
    const name = member ? workspace.team.find(member).name : null;
    return workspace.records.filter(
      (record) =>
        (!name || record.member === name) &&
        (!operation || record.operation.startsWith(operation)) &&
        (!text || JSON.stringify(record).toLowerCase().includes(text.toLowerCase())),
    );
  };
  return {
    "audit.list": (input) => {
      const records = fitting(input);
      return { records: records.slice(0, input.limit ?? 200), total: records.length };
    },
    "audit.verify": () => {
      if (workspace.choices.tampered) {
        throw new Failure("audit-broken", "broken", {
          record: "2",
          device: "d1",
          detail: "record 2 was changed",
        });
      }
      return { records: workspace.records.length, devices: 1 };
    },
    "audit.export": ({ format, ...wanted }) => ({
      path: `/home/yard/galley/demo/nextdaysteel/exports/audit-2026-03-25.${format}`,
      records: fitting({ ...wanted, limit: null }).length,
    }),
  };
}
