import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Exception,
  type NetworkId,
  type Policy,
  type PolicyView,
  type Severity,
  useAbout,
  useRead,
  useWrite,
} from "@/bridge";
import { Button } from "@/kit/Button";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { Check, DemandFields } from "./DemandFields";

const NETWORKS = Object.keys(NETWORK_NAMES) as NetworkId[];
const SEVERITIES: readonly Severity[] = ["note", "warn", "block"];

/** The workspace's rules for approval. An admin sets them. */
export function PolicyForm() {
  const { data } = useRead("review.policy", {});
  return data ? <Form key={data.revision} view={data} /> : null;
}

function Form({ view }: { view: PolicyView }) {
  const { t } = useTranslation(["policy", "app"]);
  const say = useSay();
  const formats = useFormats();
  const about = useAbout();
  const tell = useMessages((state) => state.say);
  const [policy, setPolicy] = useState<Policy>(view.policy);
  const save = useWrite("review.set_policy");
  const off = about?.member.role !== "admin" && t("policy:admin.only");
  const same = JSON.stringify(policy) === JSON.stringify(view.policy);
  const change = (next: Policy) => {
    setPolicy(next);
    if (save.error) save.reset();
  };
  const at = (index: number, exception: Exception | null) =>
    change({
      ...policy,
      exceptions: policy.exceptions.flatMap((other, place) =>
        place === index ? (exception ? [exception] : []) : [other],
      ),
    });
  return (
    <form
      className="grid gap-4"
      aria-label={t("policy:title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (off || same) return;
        save.mutate(
          { base: view.revision, policy },
          { onSuccess: () => tell({ tone: "done", text: t("policy:saved") }) },
        );
      }}
    >
      <div>
        <h2 className="mb-1">{t("policy:title")}</h2>
        <p className="help">
          {view.by && view.at
            ? t("policy:set", { name: view.by, at: formats.moment(view.at) })
            : t("policy:unset")}
        </p>
      </div>
      <DemandFields
        name={t("policy:usual")}
        value={policy.usual}
        off={off !== false}
        onChange={(usual) => change({ ...policy, usual })}
      />
      {policy.exceptions.map((exception, index) => (
        <ExceptionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an exception is its place in the order.
          key={index}
          number={index + 1}
          value={exception}
          off={off !== false}
          onChange={(changed) => at(index, changed)}
        />
      ))}
      <div className="row flex-wrap">
        <Button
          size="small"
          icon="plus"
          off={off}
          onClick={() =>
            change({
              ...policy,
              exceptions: [
                ...policy.exceptions,
                { networks: ["linkedin"], severity: null, demand: { mode: "required" } },
              ],
            })
          }
        >
          {t("policy:exception.add")}
        </Button>
        <span className="grow" />
        {!same && (
          <Button size="small" look="ghost" onClick={() => change(view.policy)}>
            {t("policy:back")}
          </Button>
        )}
        <Button
          type="submit"
          look="primary"
          off={off || (same && t("policy:same"))}
          busy={save.isPending && t("policy:saving")}
        >
          {t("policy:save")}
        </Button>
      </div>
      {save.error && (
        <p className="help bad" role="alert">
          {say.failure(save.error.code, save.error.params, save.error.message)}
        </p>
      )}
    </form>
  );
}

/** Other demands for some versions. */
function ExceptionFields(props: {
  number: number;
  value: Exception;
  off: boolean;
  onChange: (value: Exception | null) => void;
}) {
  const { t } = useTranslation(["policy", "app"]);
  const { value, off } = props;
  return (
    <fieldset className="rule grid gap-3">
      <legend className="b small">{t("policy:exception", { number: props.number })}</legend>
      <div className="row flex-wrap gap-x-4">
        <span className="small mute">{t("policy:exception.networks")}</span>
        {NETWORKS.map((network) => (
          <Check
            key={network}
            name={NETWORK_NAMES[network]}
            checked={value.networks.includes(network)}
            off={off}
            onChange={(on) =>
              props.onChange({
                ...value,
                networks: on
                  ? [...value.networks, network]
                  : value.networks.filter((other) => other !== network),
              })
            }
          />
        ))}
      </div>
      <label className="row flex-wrap">
        <span className="small mute">{t("policy:exception.severity")}</span>
        <select
          className="in pickstate"
          disabled={off}
          value={value.severity ?? ""}
          onChange={(event) =>
            props.onChange({ ...value, severity: (event.target.value || null) as Severity | null })
          }
        >
          <option value="">{t("policy:severity.any")}</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {t(`policy:severity.${severity}`)}
            </option>
          ))}
        </select>
      </label>
      <DemandFields
        name={t("policy:exception.demand")}
        value={value.demand}
        off={off}
        onChange={(demand) => props.onChange({ ...value, demand })}
      />
      <Button
        size="tiny"
        look="ghost"
        icon="trash"
        className="justify-self-start"
        off={off && t("policy:admin.only")}
        onClick={() => props.onChange(null)}
      >
        {t("policy:exception.remove", { number: props.number })}
      </Button>
    </fieldset>
  );
}
