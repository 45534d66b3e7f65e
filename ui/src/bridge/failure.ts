/** Values for a text. */
export type Params = Record<string, string>;

/** What an operation throws: a code the catalogs have a text for, and values for it. */
export class Failure extends Error {
  readonly code: string;
  readonly params: Params;
  readonly run: string | null;

  constructor(code: string, message: string, params: Params = {}, run: string | null = null) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.params = params;
    this.run = run;
  }

  /** Makes a failure of whatever was thrown, so that nobody has to guess its form. */
  static of(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
      const { code, message, params, run } = thrown as Record<string, unknown>;
      return new Failure(
        String(code),
        typeof message === "string" ? message : String(code),
        (params as Params | undefined) ?? {},
        typeof run === "string" ? run : null,
      );
    }
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new Failure("internal", detail, { detail });
  }
}
