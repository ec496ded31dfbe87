import { LineageRun } from '@understudy/plugin-lineage-common';

const COLUMNS = [
  'run',
  'job_namespace',
  'job',
  'state',
  'last_event',
  'output_namespace',
  'output',
  'output_version',
  'partition',
  'consumers',
  'more_consumers',
  'complete',
];

/**
 * Runs as rows, one per thing that a run wrote, with a row of headings. The words
 * are for machines and so the same in every language.
 *
 * @param list.complete - nothing was left out as the reader may not see it. Every row
 * says so: files are cut up and put together.
 */
export function runRows(
  runs: readonly LineageRun[],
  list: { complete: boolean },
): string[][] {
  return [
    COLUMNS,
    ...runs.flatMap(run => {
      const { id, job, state, lastEventAt, outputs } = run;
      const start = [
        id,
        job?.namespace ?? '',
        job?.name ?? '',
        state,
        lastEventAt,
      ];
      return outputs.length === 0
        ? [[...start, '', '', '', '', '', '', String(list.complete)]]
        : outputs.map(output => [
            ...start,
            output.namespace,
            output.name,
            output.version ?? '',
            output.partition ?? '',
            // No id of a node holds a space.
            (output.consumers ?? []).map(consumer => consumer.id).join(' '),
            output.moreConsumers ? 'true' : '',
            String(list.complete),
          ]);
    }),
  ];
}
