/** What a command has around it, which tests replace. */
export interface CliContext {
  /** Paths are relative to it. */
  cwd: string;
  /** Takes the result. */
  out: (text: string) => void;
  /** Takes errors, and notes beside the result. */
  err: (text: string) => void;
  /** Whether the result goes to a terminal that shows colours. */
  colour: boolean;
  /** The day of the judgement, as `YYYY-MM-DD`. */
  today: string;
}

/** What the shell is told. */
export type ExitCode = 0 | 1 | 2;
