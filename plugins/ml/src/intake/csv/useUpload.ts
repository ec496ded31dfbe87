import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { IntakeDecisionResult } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { intakeApiRef } from '../../api/IntakeApi';
import { IntakeImport } from '../../api/intakeTypes';
import { useAction } from '../../loading/useAction';
import { readFileText } from '../../pieces/readFileText';

/** A file on its way: chosen and checked, then applied. */
export interface Upload {
  busy: boolean;
  error?: ErrorLike;
  /** What each line would do. */
  checked?: IntakeImport;
  /** What each line has done. */
  applied?: IntakeImport;
  choose(file: File | undefined): void;
  apply(): void;
}

/**
 * Checks a file as soon as it is chosen. What is applied is the text that was
 * checked, even if the file has changed since.
 */
export function useUpload(
  onDecided: (results: IntakeDecisionResult[]) => void,
): Upload {
  const api = useApi(intakeApiRef);
  const [checked, setChecked] = useState<{
    csv: string;
    result: IntakeImport;
  }>();
  const [applied, setApplied] = useState<IntakeImport>();
  const checking = useAction(async (file: File) => {
    const csv = await readFileText(file);
    setChecked({
      csv,
      result: await api.importCsv(csv, { dryRun: true }),
    });
  });
  const applying = useAction(async (csv: string) => {
    const result = await api.importCsv(csv, { dryRun: false });
    setApplied(result);
    onDecided(result.items);
  });
  return {
    busy: checking.busy || applying.busy,
    error: checking.error ?? applying.error,
    checked: checked?.result,
    applied,
    choose: file => {
      setChecked(undefined);
      checking.clear();
      applying.clear();
      if (file) {
        checking.run(file);
      }
    },
    apply: () => {
      if (checked) {
        applying.run(checked.csv);
      }
    },
  };
}
