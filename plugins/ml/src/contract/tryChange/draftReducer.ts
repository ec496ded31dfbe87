import { Contract, ContractProblem } from '@understudy/contracts';
import { applyEdit, ContractEdit } from './contractEdits';
import { TextFormat, writeContract } from './contractText';

/** The text of a draft while it is edited as a text. */
export interface DraftText {
  format: TextFormat;
  value: string;
  /** Typed since it was last written from the draft or read into it. */
  unread: boolean;
  /** Why it could not be read into the draft. */
  problems: ContractProblem[];
}

/** A contract that somebody is working on. */
export interface Draft {
  /** What the work began with; absent for a first contract. */
  base?: Contract;
  /** What the draft was when nobody had touched it: `base`, or an empty contract. */
  start: Contract;
  /** The last one that could be read. */
  contract: Contract;
  /** The ones before it, oldest first. */
  past: Contract[];
  /** Absent while the fields are edited in a table. */
  text?: DraftText;
  /** The work began with another version than `base`, so that it may undo what came since. */
  isOvertaken?: boolean;
}

/** What can be done to a draft. */
export type DraftAction =
  | { type: 'edit'; edit: ContractEdit }
  /** The number to publish it under; that of the base lets one be proposed. */
  | { type: 'setVersion'; version: string }
  | { type: 'openText'; format: TextFormat }
  | { type: 'closeText' }
  | { type: 'typeText'; value: string }
  /** What came of reading a text; ignored when another was typed meanwhile. */
  | {
      type: 'readText';
      value: string;
      contract?: Contract;
      problems: ContractProblem[];
    }
  | { type: 'undo' }
  | { type: 'reset' }
  /** Somebody published another version meanwhile. */
  | { type: 'rebase'; base: Contract };

const MOST_STEPS = 50;

/** A draft of what there is, or of a first contract where there is none. */
export function startDraft(start: Contract, base?: Contract): Draft {
  return { base, start, contract: start, past: [] };
}

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'edit':
      return step(draft, applyEdit(draft.contract, action.edit, draft.base));
    case 'setVersion':
      return step(draft, withVersion(draft.contract, action.version));
    case 'openText':
      return write({ ...draft, text: undefined }, action.format);
    case 'closeText':
      return { ...draft, text: undefined };
    case 'typeText':
      return draft.text
        ? {
            ...draft,
            text: { ...draft.text, value: action.value, unread: true },
          }
        : draft;
    case 'readText':
      return readIn(draft, action);
    case 'undo': {
      if (draft.text?.unread) {
        return rewrite(draft);
      }
      const before = draft.past.at(-1);
      return before
        ? rewrite({ ...draft, contract: before, past: draft.past.slice(0, -1) })
        : draft;
    }
    case 'reset':
      return rewrite(step({ ...draft, isOvertaken: false }, draft.start));
    default:
      return rebase(draft, action.base);
  }
}

/** Whether there is anything that would be a pity to lose. */
export function isTouched({ start, contract, text }: Draft): boolean {
  return contract !== start || text?.unread === true;
}

function step(draft: Draft, contract: Contract): Draft {
  return contract === draft.contract
    ? draft
    : {
        ...draft,
        contract,
        past: [...draft.past, draft.contract].slice(-MOST_STEPS),
      };
}

function readIn(
  draft: Draft,
  read: { value: string; contract?: Contract; problems: ContractProblem[] },
): Draft {
  const { text } = draft;
  if (text?.value !== read.value) {
    return draft;
  }
  if (!read.contract) {
    return { ...draft, text: { ...text, problems: read.problems } };
  }
  return {
    ...step(draft, read.contract),
    text: { ...text, unread: false, problems: [] },
  };
}

/** Nothing that was done is lost; the number is proposed anew. */
function rebase(draft: Draft, base: Contract): Draft {
  if (!isTouched(draft)) {
    return rewrite({ ...startDraft(base, base), text: draft.text });
  }
  const { version } = base.metadata;
  const isChosen =
    draft.contract.metadata.version !== draft.start.metadata.version;
  const rebased = {
    ...draft,
    base,
    start: base,
    isOvertaken: draft.base?.metadata.version !== version,
    contract: isChosen ? draft.contract : withVersion(draft.contract, version),
  };
  return draft.text?.unread ? rebased : rewrite(rebased);
}

/** The text of the draft as it is now, where it is shown as a text. */
function rewrite(draft: Draft): Draft {
  return draft.text ? write(draft, draft.text.format) : draft;
}

function write(draft: Draft, format: TextFormat): Draft {
  const value = writeContract(draft.contract, format);
  return { ...draft, text: { format, value, unread: false, problems: [] } };
}

function withVersion(contract: Contract, version: string): Contract {
  return contract.metadata.version === version
    ? contract
    : { ...contract, metadata: { ...contract.metadata, version } };
}
