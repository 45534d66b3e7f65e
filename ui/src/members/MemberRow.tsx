import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, type Member, type Role, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { initials } from "@/kit/initials";
import { State } from "@/kit/State";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";

type Props = {
  member: Member;
  acting: boolean;
  /** Why nothing here can be changed. */
  off: string | false;
  roles: readonly Role[];
  onAct: () => void;
};

/** A member: name, role, and what can be done. */
export function MemberRow({ member, acting, off, roles, onAct }: Props) {
  const { t } = useTranslation(["members", "app"]);
  const id = useId();
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const [asking, setAsking] = useState(false);
  const [naming, setNaming] = useState(false);
  const setRole = useWrite("member.set_role");
  const remove = useWrite("member.remove");
  const failed = ({ code, params, message }: Failure) =>
    tell({ tone: "failed", text: say.failure(code, params, message) });
  return (
    <li className="member" aria-label={member.name}>
      <span className="av" aria-hidden="true">
        {initials(member.name)}
      </span>
      <span className="min-w-0 grow">
        {naming ? (
          <Rename member={member} onDone={() => setNaming(false)} />
        ) : (
          <bdi className="b clip block" title={member.name}>
            {member.name}
          </bdi>
        )}
        {acting && !naming && (
          <State tone="green" icon="check">
            {t("members:you")}
          </State>
        )}
      </span>
      {!naming && (
        <>
          <label className="vh" htmlFor={id}>
            {t("members:role.of", { name: member.name })}
          </label>
          <select
            id={id}
            className="in pickrole"
            value={member.role}
            disabled={off !== false}
            title={off || undefined}
            onChange={(event) =>
              setRole.mutate({ member: member.id, role: event.target.value as Role }, { onError: failed })
            }
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`app:role.${role}`)}
              </option>
            ))}
          </select>
          <Button size="small" off={acting && t("members:act.now")} onClick={onAct}>
            {t("members:act")}
          </Button>
          <Button
            look="ghost"
            size="small"
            icon="pencil"
            aria-label={t("members:rename.of", { name: member.name })}
            off={off}
            onClick={() => setNaming(true)}
          />
          <Button
            look="ghost"
            size="small"
            icon="trash"
            aria-label={t("members:remove.of", { name: member.name })}
            off={off}
            onClick={() => setAsking(true)}
          />
        </>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("members:remove.title", { name: member.name })}
        about={t("members:remove.text")}
      >
        <div className="end">
          <Button onClick={() => setAsking(false)}>{t("app:cancel")}</Button>
          <Button
            look="danger"
            className="fill"
            busy={remove.isPending && t("members:remove.busy")}
            onClick={() =>
              remove.mutate({ member: member.id }, { onError: failed, onSettled: () => setAsking(false) })
            }
          >
            {t("members:remove")}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

function Rename({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation(["members", "app"]);
  const id = useId();
  const say = useSay();
  const [name, setName] = useState(member.name);
  const rename = useWrite("member.rename");
  const { error } = rename;
  return (
    <form
      className="row flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate({ member: member.id, name }, { onSuccess: onDone });
      }}
    >
      <input
        className={error ? "in bad w-[240px]" : "in w-[240px]"}
        aria-label={t("members:rename.of", { name: member.name })}
        aria-describedby={error ? id : undefined}
        aria-invalid={error !== null}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that was pressed.
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onDone();
        }}
      />
      <Button type="submit" size="small">
        {t("members:rename.save")}
      </Button>
      <Button size="small" look="ghost" onClick={onDone}>
        {t("app:cancel")}
      </Button>
      {error && (
        <p id={id} className="help bad" role="alert">
          {say.failure(error.code, error.params, error.message)}
        </p>
      )}
    </form>
  );
}
