import { Failure } from "@/bridge";
import type { Sheet } from "./sheet";

/** Typing rests this long before it is saved, ms. */
export const REST_MS = 400;

export type SaverState = {
  /** What was typed and is not saved; null: what is shown is what is saved. */
  text: string | null;
  /** The text as it was last saved or read: what to show where nothing is typed. */
  saved: string;
  phase: "saved" | "unsaved" | "saving" | "failed";
  failure: Failure | null;
};

/** What is known besides the text as saved, which the version has. */
type Typed = Omit<SaverState, "saved">;

const SAVED: Typed = { text: null, phase: "saved", failure: null };

/** What a saver needs of the sheet whose text it saves. */
export type Saved = Pick<Sheet, "id" | "payload" | "revision">;

const textOf = (sheet: Saved): string => sheet.payload.text;

/**
 * Saves one text of a sheet: 400 ms after the last key, on `flush`, and one write at a time. What was
 * typed is kept until it is saved, whatever happens on the way.
 */
export class TextSaver<S extends Saved = Sheet> {
  private state: SaverState;
  private sheet: S;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly write: (text: string, base: string) => Promise<S>;
  private readonly read: (sheet: S) => string;

  constructor(
    sheet: S,
    write: (text: string, base: string) => Promise<S>,
    read: (sheet: S) => string = textOf,
  ) {
    this.sheet = sheet;
    this.write = write;
    this.read = read;
    this.state = { ...SAVED, saved: read(sheet) };
  }

  subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  snapshot = (): SaverState => this.state;

  /** Takes a newer state of the sheet, as it was read. */
  follow(sheet: S): void {
    if (this.running || sheet.id !== this.sheet.id) return;
    // Typing goes on from the text that its writer saw: a base from elsewhere would hide a conflict.
    if (this.state.text !== null) return;
    this.sheet = sheet;
    if (this.read(sheet) !== this.state.saved) this.set(this.state);
  }

  type(text: string): void {
    if (text === this.read(this.sheet) && !this.running) {
      this.settle();
      return;
    }
    this.set({ text, phase: this.running ? "saving" : "unsaved", failure: null });
    this.plan();
  }

  /** Saves what was typed, now. Gives the sheet as saved; throws what kept it from being saved. */
  async flush(): Promise<S> {
    while (this.running || this.state.text !== null) {
      if (!this.running) this.save();
      await this.running;
      if (this.state.failure) throw this.state.failure;
    }
    return this.sheet;
  }

  /** Gives up what was typed, for the text as it is now. */
  drop(sheet: S): void {
    this.sheet = sheet;
    this.settle();
  }

  /** Takes a sheet that another write gave back. */
  adopt(sheet: S): void {
    this.sheet = sheet;
    if (this.state.text === null || this.state.text === this.read(sheet)) this.settle();
  }

  private plan(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.running) this.save();
    }, REST_MS);
  }

  private save(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { text } = this.state;
    if (text === null) return;
    this.set({ text, phase: "saving", failure: null });
    this.running = this.write(text, this.sheet.revision.id).then(
      (sheet) => {
        this.running = null;
        this.sheet = sheet;
        if (this.state.text === text) this.settle();
        else this.save();
      },
      (thrown) => {
        this.running = null;
        this.set({ text: this.state.text, phase: "failed", failure: Failure.of(thrown) });
      },
    );
  }

  private settle(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.set(SAVED);
  }

  private set(state: Typed): void {
    // In one step: were the saved text told later, a key pressed in between would land in the former one.
    this.state = { ...state, saved: this.read(this.sheet) };
    for (const changed of this.listeners) changed();
  }
}
