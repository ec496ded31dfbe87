import { LineageRun } from '@understudy/plugin-lineage-common';
import { runRows } from './runRows';

describe('runRows', () => {
  it('has a row for each thing that a run wrote, and one for a run that wrote nothing', () => {
    const runs: LineageRun[] = [
      {
        id: 'r2',
        job: { id: 'ol:job:a/j', namespace: 'a', name: 'j' },
        state: 'complete',
        lastEventAt: '2026-11-02T00:00:00Z',
        inputs: [],
        outputs: [
          {
            id: 'ol:dataset:pg/t',
            namespace: 'pg',
            name: 't',
            partition: 'day=1',
            consumers: [
              { id: 'model:default/m', kind: 'entity' },
              { id: 'ol:job:a/k', kind: 'job' },
            ],
            moreConsumers: true,
          },
          { id: 'ol:dataset:pg/u', namespace: 'pg', name: 'u', version: '7' },
        ],
      },
      {
        id: 'r1',
        state: 'failed',
        lastEventAt: '2026-11-01T00:00:00Z',
        inputs: [],
        outputs: [],
      },
    ];
    const [head, ...rows] = runRows(runs, { complete: false });
    expect(rows.map(row => row.length)).toEqual([12, 12, 12]);
    expect(head).toHaveLength(12);
    expect(rows[0].slice(5)).toEqual([
      'pg',
      't',
      '',
      'day=1',
      'model:default/m ol:job:a/k',
      'true',
      'false',
    ]);
    expect(rows.map(row => row.at(-1))).toEqual(['false', 'false', 'false']);
    expect(runRows(runs, { complete: true })[1].at(-1)).toBe('true');
    expect(rows[1].slice(6, 9)).toEqual(['u', '7', '']);
    expect(rows[2].slice(0, 4)).toEqual(['r1', '', '', 'failed']);
  });
});
