import { IntakeRecord } from '@understudy/plugin-ml-common';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { intakeCsvColumns, toCsvRow } from './intakeCsv';
import { readIntakeCsv } from './readIntakeCsv';

function item(parts: Partial<IntakeRecord>): IntakeRecord {
  return {
    record: { server: 'eu', name: 'fraud' },
    kind: 'model',
    status: 'no-owner',
    versions: 1,
    firstSeenAt: '2026-03-01T00:00:00.000Z',
    suggestions: [],
    allowed: [],
    ...parts,
  };
}

function exported(...items: IntakeRecord[]): string {
  return stringify([[...intakeCsvColumns], ...items.map(toCsvRow)]);
}

describe('readIntakeCsv', () => {
  it('reads decisions, and where they stand in the file', () => {
    const csv = [
      'server,workspace,record,action,owner,bindTo,reason',
      'eu,,churn,claim,group:default/payments,,',
      '',
      'eu,risk,tmp,IGNORE,,,"Two',
      'lines"',
      'us,,demand,,,,',
      'us,,copy,bind,,fraud-score',
    ].join('\n');
    expect(readIntakeCsv(csv)).toEqual({
      skipped: 1,
      lines: [
        {
          line: 2,
          record: { server: 'eu', name: 'churn' },
          decision: {
            action: 'claim',
            owner: 'group:default/payments',
            model: '',
            reason: '',
          },
        },
        {
          line: 4,
          record: { server: 'eu', workspace: 'risk', name: 'tmp' },
          decision: {
            action: 'ignore',
            owner: '',
            model: '',
            reason: 'Two\nlines',
          },
        },
        {
          line: 7,
          record: { server: 'us', name: 'copy' },
          decision: {
            action: 'bind',
            owner: '',
            model: 'fraud-score',
            reason: '',
          },
        },
      ],
    });
  });

  it('takes an exported file, and nothing from the column model', () => {
    const csv = exported(
      item({
        model: 'model:default/fraud',
        owner: 'group:default/payments',
        decision: {
          record: { server: 'eu', name: 'fraud' },
          decision: { action: 'ignore', reason: '=HYPERLINK("x")' },
          decidedBy: 'user:default/lead',
          decidedAt: '2026-03-01T00:00:00.000Z',
        },
      }),
    );
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(readIntakeCsv(csv).lines).toEqual([
      {
        line: 2,
        record: { server: 'eu', name: 'fraud' },
        decision: {
          action: 'ignore',
          owner: '',
          model: '',
          reason: '=HYPERLINK("x")',
        },
      },
    ]);
  });

  it('brings back every name and reason that was exported', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, texts, (name, workspace, reason) => {
        const { lines } = readIntakeCsv(
          exported(
            item({
              record: { server: 'eu', workspace, name },
              decision: {
                record: { server: 'eu', workspace, name },
                decision: { action: 'ignore', reason },
                decidedBy: 'user:default/lead',
                decidedAt: '2026-03-01T00:00:00.000Z',
              },
            }),
          ),
        );
        expect(lines).toMatchObject([
          {
            record: { server: 'eu', workspace, name },
            decision: { action: 'ignore', reason },
          },
        ]);
      }),
    );
  });

  it('reads what a spreadsheet saved, with its byte order mark', () => {
    const csv = '\uFEFFserver,record,action\r\neu,churn,reset\r\n';
    expect(readIntakeCsv(csv).lines).toMatchObject([
      { line: 2, record: { server: 'eu', name: 'churn' } },
    ]);
  });

  it.each([
    ['', /lacks the columns 'server', 'record', 'action'/],
    ['server,record\n', /lacks the columns 'action'; .* 'server', 'record'/],
    ['server;record;action\n', /lacks the columns/],
    ['server,record,action,colour\n', /unknown columns 'colour'; known are/],
    ['server,record,action,action\n', /columns 'action' twice/],
    ['server,record,action\neu,"a,b\n', /no CSV: .*[Qq]uote/],
    ['server,record,action\neu,a,claim,b\n', /no CSV: .*[Rr]ecord/],
    [
      `server,record,action\n${'eu,a,\n'.repeat(5001)}`,
      /more than 5000 rows; split it/,
    ],
  ])('says what is wrong with %j', (csv, message) => {
    expect(() => readIntakeCsv(csv)).toThrow(message);
  });

  it('takes as many rows as are allowed', () => {
    const csv = `server,record,action\n${'eu,a,reset\n'.repeat(5000)}`;
    expect(readIntakeCsv(csv).lines).toHaveLength(5000);
  });
});
