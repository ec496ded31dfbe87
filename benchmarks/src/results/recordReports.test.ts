import { withResults } from './recordReports';

const mark = '<!-- results: written by `yarn benchmark --record` -->';
const reads = {
  title: 'Reads',
  columns: ['', 'ms'],
  rows: [['list', '9.5']],
  missed: [],
};
const writes = { ...reads, title: 'Writes' };
const page = `# Benchmarks\n\nWords.\n\n${mark}\n`;

describe('withResults', () => {
  it('puts results behind the mark, with where and when they were measured', () => {
    const written = withResults(page, {
      machine: '2 x Processor',
      reports: [reads, writes],
    });
    expect(written.startsWith(page)).toBe(true);
    expect(written).toContain(
      '\n### Reads\n\n2 x Processor\n\n|      |  ms |\n',
    );
    expect(
      withResults(written, {
        machine: '2 x Processor',
        reports: [reads, writes],
      }),
    ).toBe(written);
  });

  it('replaces what was measured again, and leaves the rest as it is', () => {
    const before = withResults(page, {
      machine: 'an old machine',
      reports: [reads, writes],
    });
    const after = withResults(before, {
      machine: 'a new machine',
      reports: [{ ...writes, rows: [['insert', '1.0']] }],
    });
    const [, first, second] = after.split('### ');
    expect(first).toContain('an old machine');
    expect(first).toContain('list');
    expect(second).toContain('a new machine');
    expect(second).toContain('insert');
    expect(second).not.toContain('list');
  });

  it('does not write into a page without the mark', () => {
    expect(() =>
      withResults('# Another page', { machine: '', reports: [] }),
    ).toThrow('has no line');
  });
});
