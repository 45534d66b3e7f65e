import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditRecordView } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { useFormats } from "@/kit/useFormats";

/** Records as a table; each opens to what was before and after. */
export function Records({ records }: { records: readonly AuditRecordView[] }) {
  const { t } = useTranslation("audit");
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="sheet overflow-hidden">
      <table className="table log">
        <thead>
          <tr>
            <th className="r">{t("column.number")}</th>
            <th>{t("column.when")}</th>
            <th>{t("column.who")}</th>
            <th>{t("column.what")}</th>
            <th>{t("column.object")}</th>
            <th>
              <span className="vh">{t("column.more")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => {
            const key = `${record.device} ${record.sequence}`;
            return (
              <Fragment key={key}>
                <Row record={record} open={open === key} onOpen={() => setOpen(open === key ? null : key)} />
                {open === key && <Details record={record} />}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { record: AuditRecordView; open: boolean; onOpen: () => void }) {
  const { t, i18n } = useTranslation("audit");
  const formats = useFormats();
  const { record } = props;
  const [kind = "", id = ""] = record.object.split(" ");
  const operation = `audit:op.${record.operation}`;
  const object = `audit:object.${kind}`;
  const words = (key: string, plain: string) =>
    i18n.exists(key) ? (i18n.t as unknown as (key: string) => string)(key) : plain;
  return (
    <tr>
      <td className="r">{record.sequence}</td>
      <td className="num">
        <time dateTime={record.at}>{formats.moment(record.at)}</time>
      </td>
      <td>
        <bdi className="clip block max-w-[200px]" title={record.member}>
          {record.member}
        </bdi>
      </td>
      <td>{words(operation, record.operation)}</td>
      <td className="mute">
        {words(object, kind)} <code className="small faint">{id.slice(-6)}</code>
      </td>
      <td className="r">
        <button
          type="button"
          className="btn ghost ico xs"
          aria-expanded={props.open}
          aria-label={t("open", { number: record.sequence })}
          onClick={props.onOpen}
        >
          <Icon name="down" size={14} />
        </button>
      </td>
    </tr>
  );
}

function Details({ record }: { record: AuditRecordView }) {
  const { t } = useTranslation("audit");
  return (
    <tr className="details">
      <td colSpan={6}>
        <dl>
          <dt>{t("before")}</dt>
          <dd>
            {record.before ? (
              <pre>{pretty(record.before)}</pre>
            ) : (
              <span className="faint">{t("nothing")}</span>
            )}
          </dd>
          <dt>{t("after")}</dt>
          <dd>
            {record.after ? <pre>{pretty(record.after)}</pre> : <span className="faint">{t("nothing")}</span>}
          </dd>
          <dt>{t("record")}</dt>
          <dd>
            <code>
              {record.operation}, {record.object}, {record.hash}
            </code>
          </dd>
        </dl>
      </td>
    </tr>
  );
}

/** Indented JSON; what somebody changed may be none, and is shown as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
