import { Contract } from '@understudy/contracts';
import { TextFormat } from './contractText';

/** A draft as a tab of the browser keeps it while its reader is elsewhere. */
export interface KeptDraft {
  /** What it began with. */
  base?: Contract;
  contract: Contract;
  /** A text that could not be read yet. */
  text?: { format: TextFormat; value: string };
}

/** Only what a draft needs of the storage of a browser. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was kept for a subject. */
export function readKeptDraft(
  storage: DraftStorage,
  subject: string,
): KeptDraft | undefined {
  const text = storage.getItem(keyOf(subject));
  return text === null ? undefined : JSON.parse(text);
}

/** Returns whether there was room for it. */
export function keepDraft(
  storage: DraftStorage,
  subject: string,
  draft: KeptDraft,
): boolean {
  try {
    storage.setItem(keyOf(subject), JSON.stringify(draft));
    return true;
  } catch {
    // Full or forbidden: the caller says that leaving loses the draft.
    return false;
  }
}

export function forgetDraft(storage: DraftStorage, subject: string): void {
  storage.removeItem(keyOf(subject));
}

function keyOf(subject: string): string {
  return `plugin.ml.contract-draft/${subject}`;
}
