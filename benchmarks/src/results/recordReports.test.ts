import { withResults } from './recordReports';

const mark = '<!-- results: written by `yarn benchmark --record` -->';
const report = {
  title: 'Reads',
  columns: ['', 'ms'],
  rows: [['list', '9.5']],
  missed: [],
};

describe('withResults', () => {
  it('replaces the results and leaves what stands before them', () => {
    const page = `# Benchmarks\n\nWords.\n\n${mark}\n\nan old machine\n`;
    const written = withResults(page, {
      machine: '2 x Processor',
      reports: [report],
    });
    expect(written.startsWith(`# Benchmarks\n\nWords.\n\n${mark}\n`)).toBe(
      true,
    );
    expect(written).toContain('2 x Processor\n\n### Reads\n\n|      |  ms |');
    expect(written).not.toContain('old machine');
    expect(
      withResults(written, { machine: '2 x Processor', reports: [report] }),
    ).toBe(written);
  });

  it('does not write into a page without the mark', () => {
    expect(() =>
      withResults('# Another page', { machine: '', reports: [] }),
    ).toThrow('has no line');
  });
});
