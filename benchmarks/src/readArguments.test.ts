import { benchmarkNames, readArguments } from './readArguments';

describe('readArguments', () => {
  it('runs everything in full unless told otherwise', () => {
    expect(readArguments([])).toEqual({
      quick: false,
      record: false,
      benchmarks: [...benchmarkNames],
    });
  });

  it('takes names of benchmarks and options', () => {
    expect(readArguments(['ml-reads', '--quick'])).toEqual({
      quick: true,
      record: false,
      benchmarks: ['ml-reads'],
    });
    expect(readArguments(['ml-reads', '--record'])).toMatchObject({
      record: true,
      benchmarks: ['ml-reads'],
    });
  });

  it.each([
    [['everything'], 'There is no benchmark everything. There are: catalog'],
    [['--fast'], "Unknown option '--fast'"],
    [['--quick', '--record'], 'Only a full run can be recorded'],
  ])('refuses %j', (args, problem) => {
    expect(() => readArguments(args)).toThrow(problem);
  });
});
