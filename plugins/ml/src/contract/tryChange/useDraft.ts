import { Contract } from '@understudy/contracts';
import { useEffect, useReducer, useRef, useState } from 'react';
import {
  Draft,
  DraftAction,
  isTouched,
  reduceDraft,
  startDraft,
} from './draftReducer';
import { forgetDraft, keepDraft, KeptDraft, readKeptDraft } from './keptDraft';

// Long enough to write what somebody types once, short enough to lose nothing.
const PAUSE_MS = 500;

/**
 * A draft that survives leaving the page: the browser's tab keeps it until it
 * is published or nothing is left of it. `start` is what a first contract
 * begins as.
 */
export function useDraft(options: {
  subject: string;
  base?: Contract;
  start: Contract;
}): {
  draft: Draft;
  dispatch: (action: DraftAction) => void;
  /** Whether the draft was begun before the page was opened. */
  wasKept: boolean;
  /** False where the browser has no room to keep it. */
  isKept: boolean;
  /** After it was published. */
  forget: () => void;
} {
  const { subject, base, start } = options;
  const [wasKept] = useState(
    () => readKeptDraft(window.sessionStorage, subject) !== undefined,
  );
  const [draft, dispatch] = useReducer(reduceDraft, undefined, () =>
    restore(readKeptDraft(window.sessionStorage, subject), base, start),
  );
  const [isKept, setIsKept] = useState(true);
  const latest = useRef<Draft>();
  latest.current = draft;
  const isOver = useRef(false);

  useEffect(() => {
    const timer = setTimeout(
      () => setIsKept(isOver.current || keep(subject, draft)),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [subject, draft]);

  useEffect(() => {
    const keepNow = () => {
      if (latest.current && !isOver.current) {
        keep(subject, latest.current);
      }
    };
    const warn = (event: BeforeUnloadEvent) => {
      keepNow();
      if (latest.current && !isOver.current && isTouched(latest.current)) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      keepNow();
    };
  }, [subject]);

  const version = draft.base?.metadata.version;
  useEffect(() => {
    if (base && !isOver.current && version !== base.metadata.version) {
      dispatch({ type: 'rebase', base });
    }
  }, [base, version]);

  const forget = () => {
    isOver.current = true;
    forgetDraft(window.sessionStorage, subject);
  };
  return { draft, dispatch, wasKept, isKept, forget };
}

function restore(
  kept: KeptDraft | undefined,
  base: Contract | undefined,
  start: Contract,
): Draft {
  if (!kept) {
    return startDraft(base ?? start, base);
  }
  const draft = {
    ...startDraft(kept.base ?? start, kept.base),
    contract: kept.contract,
    past: [],
  };
  const rebased = base ? reduceDraft(draft, { type: 'rebase', base }) : draft;
  return kept.text
    ? { ...rebased, text: { ...kept.text, unread: true, problems: [] } }
    : rebased;
}

function keep(subject: string, draft: Draft): boolean {
  if (!isTouched(draft)) {
    forgetDraft(window.sessionStorage, subject);
    return true;
  }
  const { base, contract, text } = draft;
  return keepDraft(window.sessionStorage, subject, {
    base,
    contract,
    ...(text?.unread && { text: { format: text.format, value: text.value } }),
  });
}
