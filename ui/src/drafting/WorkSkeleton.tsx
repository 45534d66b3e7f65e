import { useMedia } from "@/kit/useMedia";

/** The sheets that are to come, in their places; nothing is seen of it before 200 ms have gone by. */
export function WorkSkeleton({ name }: { name: string }) {
  const roomy = useMedia("(min-width: 1180px)");
  return (
    <div className={roomy ? "body split-pane" : "body"}>
      <output className="work late" aria-label={name}>
        <span className="minis" data-count="3">
          {[46, 62, 38].map((width) => (
            <span key={width} className="sheet mini">
              <span className="sk" style={{ width: `${width}%`, height: 14 }} />
              <span className="sk mt-2" />
              <span className="sk" style={{ width: "94%" }} />
              <span className="sk" style={{ width: "71%" }} />
            </span>
          ))}
        </span>
        <span className="sheet edit mt-[47px] grid content-start gap-3 p-6">
          {[34, 92, 88, 57, 0, 90, 74].map((width) => (
            <span key={width} className="sk max-w-[520px]" style={{ width: `${width}%` }} />
          ))}
        </span>
      </output>
      {roomy && <span className="pane" />}
    </div>
  );
}
