import { formatReport } from './formatReport';

describe('formatReport', () => {
  it('writes a table whose columns line up', () => {
    expect(
      formatReport({
        title: 'Reads',
        columns: ['', 'p50 ms', 'x'],
        rows: [
          ['by owner', '9.5', '1.0'],
          ['all', '120.0', '12.5'],
        ],
        missed: [],
      }).split('\n'),
    ).toEqual([
      '',
      '### Reads',
      '',
      '|          | p50 ms |    x |',
      '| -------- | -----: | ---: |',
      '| by owner |    9.5 |  1.0 |',
      '| all      |  120.0 | 12.5 |',
    ]);
  });
});
