import { createHash } from 'node:crypto';
import {
  MlflowClient,
  MlflowModelVersion,
  MlflowRecord,
} from '@understudy/mlflow-client';
import { isSettled } from './isSettled';

const DAY_MS = 24 * 60 * 60_000;

interface Entry {
  lines: string[];
  settled: boolean;
}

/**
 * Tells which records have changed, from one search over all versions instead
 * of one per record. MLflow has no such mark of its own.
 */
export class ChangeMarks {
  readonly #entries = new Map<string, Entry>();
  readonly #now: number;

  /** Reads the versions of all models and prompts of a server. */
  static async read(options: {
    client: MlflowClient;
    now: number;
    signal: AbortSignal;
  }): Promise<ChangeMarks> {
    const { client, now, signal } = options;
    const marks = new ChangeMarks(now);
    for (const prompts of [false, true]) {
      for await (const page of client.searchModelVersions({
        prompts,
        signal,
      })) {
        page.forEach(version => marks.#add(version));
      }
    }
    return marks;
  }

  private constructor(now: number) {
    this.#now = now;
  }

  /**
   * Undefined while metrics of a version may still be coming in. Otherwise it
   * also changes once a day, at a moment of its own for each record, so that
   * what is logged to an old run is found too.
   */
  of({ kind, model }: MlflowRecord): string | undefined {
    const { lines, settled } = this.#entries.get(model.name) ?? {
      lines: [],
      settled: true,
    };
    if (!settled) {
      return undefined;
    }
    const record = JSON.stringify([kind, model]);
    const offset = Number.parseInt(sha256(model.name).slice(0, 8), 16) % DAY_MS;
    const day = Math.floor((this.#now + offset) / DAY_MS);
    return sha256([record, day, ...new Set(lines.sort())].join('\n'));
  }

  #add(version: MlflowModelVersion): void {
    const entry = this.#entries.get(version.name) ?? {
      lines: [],
      settled: true,
    };
    entry.lines.push(sha256(JSON.stringify(version)));
    entry.settled &&= isSettled(version, this.#now);
    this.#entries.set(version.name, entry);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
