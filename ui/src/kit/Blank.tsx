import type { ReactNode } from "react";

/** An empty place: what will be here, and one step towards it. */
export function Blank({ title, children, step }: { title: string; children: ReactNode; step?: ReactNode }) {
  return (
    <div className="blank">
      <svg
        width="72"
        height="52"
        viewBox="0 0 72 52"
        fill="none"
        stroke="currentColor"
        className="text-ink-3"
        aria-hidden="true"
      >
        <path d="M14 8h44v38H14z" />
        <path d="M8 8h3M61 8h3M8 46h3M61 46h3M14 2v3M58 2v3M14 49v3M58 49v3" />
        <path d="M21 18h20M21 24h26M21 30h14" className="text-rule-2" stroke="currentColor" />
      </svg>
      <h2>{title}</h2>
      <p>{children}</p>
      {step}
    </div>
  );
}
