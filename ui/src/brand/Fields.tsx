import { useId, useState } from "react";

type FieldProps = { name: string; help?: string; wrong?: string | null };

/** A line of text with its label; what is wrong stands in the place of the help. */
export function Line(
  props: FieldProps & { value: string; onChange: (value: string) => void; placeholder?: string },
) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <input
        id={id}
        className="in"
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={props.wrong ? true : undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <Help id={`${id}-help`} help={props.help} wrong={props.wrong} />
    </div>
  );
}

/** A list of items, one in a line. */
export function Lines(
  props: FieldProps & { value: readonly string[]; onChange: (value: string[]) => void; rows?: number },
) {
  const id = useId();
  // While it is written the text stays as it is typed: a line break at the end is no item yet.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <textarea
        id={id}
        className="in"
        rows={props.rows ?? 3}
        value={typed ?? props.value.join("\n")}
        aria-invalid={props.wrong ? true : undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          setTyped(event.target.value);
          props.onChange(items(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      <Help id={`${id}-help`} help={props.help} wrong={props.wrong} />
    </div>
  );
}

/** One of a few words. */
export function Pick(
  props: FieldProps & {
    value: string;
    options: readonly (readonly [string, string])[];
    onChange: (value: string) => void;
  },
) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <select
        id={id}
        className="in"
        value={props.value}
        aria-describedby={`${id}-help`}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Help id={`${id}-help`} help={props.help} wrong={props.wrong} />
    </div>
  );
}

function Help({
  id,
  help,
  wrong,
}: {
  id: string;
  help?: string | undefined;
  wrong?: string | null | undefined;
}) {
  return (
    <p id={id} className={wrong ? "help err" : "help"} role={wrong ? "alert" : undefined}>
      {wrong ?? help}
    </p>
  );
}

function items(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
