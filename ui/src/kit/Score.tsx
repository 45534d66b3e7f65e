import { useFormats } from "./useFormats";

/** A voice score, 0 to 10. */
export function Score({ value, name }: { value: number; name: string }) {
  const formats = useFormats();
  return (
    <span className="score" title={name}>
      <b>
        <span className="vh">{name} </span>
        {formats.tenths(value)}
      </b>
    </span>
  );
}

/** Reasons with signed tenths, the largest first. */
export function Reasons({ reasons }: { reasons: readonly { key: string; points: number; text: string }[] }) {
  const formats = useFormats();
  return (
    <ul className="why num">
      {reasons.map((reason) => (
        <li key={reason.key} className={reason.points < 0 ? "down" : "up"}>
          <b>{formats.signed(reason.points)}</b>
          <span>{reason.text}</span>
        </li>
      ))}
    </ul>
  );
}
