import { reportClosure } from './reportClosure';

describe('reportClosure', () => {
  const report = (memory: number, database: 'SQLite' | 'PostgreSQL') =>
    reportClosure({
      database,
      reached: 1_000,
      edges: 2_000,
      memory: [memory],
      bare: [2],
      counted: [160],
      sent: [320],
    });

  it('compares each with the bare loop and with the database', () => {
    expect(report(4, 'PostgreSQL')).toMatchObject({
      rows: [
        [expect.any(String), '4.0', '4.0', '4.000', '2.0', '40'],
        [expect.any(String), '2.0', '2.0', '2.000', '1.0', '80'],
        [expect.any(String), '160.0', '160.0', '160.000', '80', '1.0'],
        [expect.any(String), '320.0', '320.0', '320.000', '160', '0.5'],
      ],
      missed: [],
    });
  });

  it('names promises that do not hold', () => {
    expect(report(16, 'PostgreSQL').missed).toEqual([
      expect.stringContaining('takes 8.0 times as long as a bare loop'),
      expect.stringContaining('is 10 times faster than recursive SQL'),
    ]);
    expect(report(16, 'SQLite').missed).toHaveLength(1);
  });
});
