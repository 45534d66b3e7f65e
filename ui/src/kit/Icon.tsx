import clsx from "clsx";
import { type IconName, icons } from "./icons";

/** An icon of the set: 14, 16 or 20 px. It is decoration; the control around it has the name. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: 14 | 16 | 20;
  className?: string;
}) {
  return (
    <svg
      className={clsx("i", size === 14 && "s", size === 20 && "l", className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {icons[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
