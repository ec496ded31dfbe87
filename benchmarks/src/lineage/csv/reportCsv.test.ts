import { reportCsv } from './reportCsv';

const MB = 2 ** 20;

describe('reportCsv', () => {
  const list = {
    name: 'list',
    bytes: 4 * MB,
    firstByteMs: [300],
    totalMs: [400],
    growthBytes: [60 * MB],
  };
  const report = (firstByte: number, growthBytes: number[]) =>
    reportCsv(
      'File',
      {
        name: 'file',
        bytes: 2 * MB,
        firstByteMs: [firstByte],
        totalMs: [500],
        growthBytes,
      },
      list,
    );

  it('compares the file with the list', () => {
    expect(report(50, [10 * MB, 20 * MB, 30 * MB])).toMatchObject({
      rows: [
        ['file', '2.0', '50', '50', '6.0', '500', '500', '20.0', '30.0'],
        ['list', '4.0', '300', '300', '1.0', '400', '400', '60.0', '60.0'],
      ],
      missed: [],
    });
  });

  it('says nothing of memory where it cannot be told', () => {
    expect(report(50, [])).toMatchObject({
      rows: [expect.arrayContaining(['-']), expect.anything()],
      missed: [],
    });
  });

  it('names promises that do not hold', () => {
    expect(report(100, [10 * MB, 50 * MB]).missed).toEqual([
      'File: the first byte took 100 ms at the 95th percentile; promised are less than 100 ms',
      'File: the backend grew by 50 MB; promised are less than 50 MB',
    ]);
  });
});
