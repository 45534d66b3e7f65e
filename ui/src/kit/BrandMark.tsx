import clsx from "clsx";

/** The brand's logo, or the first letter of its name on its color. */
export function BrandMark(props: {
  name: string;
  /** The brand's name: its letter stands in for a missing logo. */
  short: string;
  logo: string | null;
  color?: string | undefined;
  className?: string;
}) {
  if (props.logo)
    return (
      <img
        className={clsx("brandmark", props.className)}
        src={props.logo}
        alt={props.name}
        title={props.name}
      />
    );
  return (
    <span
      className={clsx("brandmark", props.className)}
      role="img"
      aria-label={props.name}
      title={props.name}
      style={props.color ? { background: props.color } : undefined}
    >
      <span className="letter" data-light={isLight(props.color)}>
        {[...props.short][0]?.toUpperCase() ?? ""}
      </span>
    </span>
  );
}

/** Whether black stands out more than white on a color. */
function isLight(hex: string | undefined): boolean {
  const value = Number.parseInt(hex?.slice(1) ?? "0", 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150;
}
