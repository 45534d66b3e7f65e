import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { watchLayout } from "./watchLayout";

/** Shows something at its own width, made smaller if there is less room. `scale` fixes how much smaller. */
export function Scaled({
  children,
  scale,
  height,
}: {
  children: ReactNode;
  scale?: number;
  height?: number;
}) {
  const room = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ scale: scale ?? 1, width: 0, height: 0 });
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, inside.current];
    if (!outer || !inner) return;
    const measure = () => {
      const width = inner.offsetWidth;
      const factor = scale ?? (width > 0 ? Math.min(1, outer.clientWidth / width) : 1);
      const next = { scale: factor, width: width * factor, height: inner.offsetHeight * factor };
      setFit((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
    };
    return watchLayout([outer, inner], measure);
  }, [scale]);
  return (
    <div
      className="scaled"
      ref={room}
      style={{ height: height ?? fit.height, ...(scale && { width: fit.width }) }}
    >
      <div
        ref={inside}
        style={{
          width: "max-content",
          transform: fit.scale === 1 ? undefined : `scale(${fit.scale})`,
          transformOrigin: "0 0",
        }}
      >
        {children}
      </div>
    </div>
  );
}
