import { useTranslation } from "react-i18next";
import { Dialog } from "@/kit/Dialog";
import { MOD } from "@/kit/useKeys";
import { useKeysSheet } from "@/kit/useKeysSheet";

/** All keys there are, by screen. */
export function KeysSheet() {
  const { t } = useTranslation("app");
  const { open, set } = useKeysSheet();
  const groups = [
    {
      name: t("keys.everywhere"),
      keys: [
        [t("keys.new"), `${MOD} N`],
        [t("keys.go-compose"), "G C"],
        [t("keys.go-review"), "G R"],
        [t("keys.go-knowledge"), "G W"],
        [t("keys.go-library"), "G L"],
        [t("keys.go-brand"), "G B"],
        [t("keys.go-runs"), "G U"],
        [t("keys.go-settings"), "G S"],
        [t("keys.palette"), `${MOD} K`],
        [t("keys.go-help"), "G H"],
        [t("keys.panes"), "F6"],
        [t("keys.sheet"), "?"],
      ],
    },
    {
      name: t("keys.compose"),
      keys: [
        [t("keys.candidate"), "1 2 3"],
        [t("keys.compare"), "0"],
        [t("keys.next-finding"), "N ⇧N"],
        [t("keys.fix-all"), "F"],
        [t("keys.preview"), "P"],
        [t("keys.history"), "H"],
        [t("keys.picture"), "Alt← Alt→"],
        [t("keys.undo"), `${MOD} Z`],
        [t("keys.redo"), `${MOD} ⇧Z`],
        [t("keys.request"), `${MOD} ↵`],
        [t("keys.choice"), "A B C"],
      ],
    },
    {
      name: t("keys.review"),
      keys: [
        [t("keys.move"), "J K"],
        [t("keys.approve"), "A"],
        [t("keys.changes"), "C"],
        [t("keys.reject"), "R"],
        [t("keys.comment"), "M"],
        [t("keys.diff"), "D"],
        [t("keys.pick"), "Space"],
      ],
    },
    {
      name: t("nav.knowledge"),
      keys: [
        [t("keys.search"), "/"],
        [t("keys.move-entry"), "J K"],
      ],
    },
  ] as const;
  return (
    <Dialog open={open} onOpenChange={set} title={t("keys.title")} about={t("keys.sleep")} wide>
      <div className="mt-4 grid grid-cols-2 gap-x-8 gap-y-4">
        {groups.map((group) => (
          <section key={group.name} className="content-start first:row-span-1">
            <h3 className="mb-1">{group.name}</h3>
            <dl>
              {group.keys.map(([what, keys]) => (
                <div key={what} className="row min-h-7 justify-between">
                  <dt className="mute">{what}</dt>
                  <dd className="row gap-1">
                    {keys.split(" ").map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
