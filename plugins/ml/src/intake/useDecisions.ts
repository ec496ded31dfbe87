import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import {
  IntakeDecision,
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakeRecord,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { intakeApiRef } from '../api/IntakeApi';
import { useAction } from '../loading/useAction';
import { useLookAgain } from '../loading/useLookAgain';

/** What was decided last on this page, and the way to decide at once. */
export interface Decisions {
  busy: boolean;
  /** Why a decision that needs no dialog could not be sent. */
  error?: ErrorLike;
  latest?: {
    accepted: number;
    /** Refusals that no dialog has shown. */
    refused: IntakeDecisionResult[];
  };
  dismiss(): void;
  /** Decides about one record without a dialog. */
  take(record: IntakeRecord, decision: IntakeDecision): void;
  /** Takes back what was decided without a dialog. */
  undo?: () => void;
  /** Tells of decisions that a dialog made and showed. */
  report(results: IntakeDecisionResult[]): void;
}

/**
 * Keeps account of decisions and reads the list again after each: at once, and
 * while the importers carry it out.
 */
export function useDecisions(
  reload: () => void,
  onAccepted: (results: IntakeDecisionResult[]) => void,
): Decisions {
  const api = useApi(intakeApiRef);
  const [latest, setLatest] = useState<Decisions['latest']>();
  const [undoable, setUndoable] = useState<IntakeDecisionRequest>();
  const [asked, setAsked] = useState(0);
  useLookAgain(asked, reload);

  const account = (results: IntakeDecisionResult[]) => {
    const accepted = results.filter(({ outcome }) => outcome === 'accepted');
    onAccepted(results.filter(({ outcome }) => outcome !== 'refused'));
    setUndoable(undefined);
    if (accepted.length > 0) {
      setAsked(count => count + 1);
    }
    reload();
    return accepted.length;
  };

  const quick = useAction(async (request: IntakeDecisionRequest) => {
    const results = await api.decide([request]);
    const accepted = account(results);
    const refused = results.filter(({ outcome }) => outcome === 'refused');
    setLatest({ accepted, refused });
    if (accepted > 0 && request.decision.action !== 'reset') {
      setUndoable({
        record: request.record,
        decision: { action: 'reset' },
      });
    }
  });

  return {
    busy: quick.busy,
    error: quick.error,
    latest,
    dismiss: () => {
      setLatest(undefined);
      quick.clear();
    },
    take: ({ record }, decision) => void quick.run({ record, decision }),
    undo: undoable && (() => void quick.run(undoable)),
    report: results => setLatest({ accepted: account(results), refused: [] }),
  };
}
