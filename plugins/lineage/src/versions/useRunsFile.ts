import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lineageApiRef } from '../api/LineageApi';
import { Action, useAction } from '../loading/useAction';
import { saveBlob } from '../pieces/saveBlob';
import { lineageTranslationRef } from '../translation';
import { collectRuns } from './collectRuns';
import { Days, timesOf } from './daysBetween';
import { runRows } from './runRows';
import { toCsv } from './toCsv';

/** As many runs as the backend gives at once. */
const PAGE = 100;

/** Saves what used a version as a file. */
export function useRunsFile(asked: {
  node: string;
  version: string;
  days: Days;
}): Action<[], { more: boolean }> {
  const { node, version, days } = asked;
  const lineageApi = useApi(lineageApiRef);
  const { t } = useTranslationRef(lineageTranslationRef);
  return useAction(async () => {
    const { runs, more, complete } = await collectRuns(cursor =>
      lineageApi.listUsingRuns({
        node,
        version,
        ...timesOf(days),
        limit: PAGE,
        cursor,
      }),
    );
    saveBlob(
      new Blob([toCsv(runRows(runs, { complete }))], { type: 'text/csv' }),
      t('used.fileName', {
        name: `${node}-${version}`.replaceAll(/[^\w.-]+/g, '-'),
      }),
    );
    return { more };
  });
}
