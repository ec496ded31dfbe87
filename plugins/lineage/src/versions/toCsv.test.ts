import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('writes lines of cells', () => {
    expect(
      toCsv([
        ['run', 'job'],
        ['1', 'a, "b"\nc'],
      ]),
    ).toBe('run,job\r\n1,"a, ""b""\nc"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])(
    'lets no program run %j',
    text => {
      expect(toCsv([[text]])).toBe(`'${text}\r\n`);
    },
  );

  it('lets no program run what is quoted, too', () => {
    expect(toCsv([['=HYPERLINK("x")']])).toBe(`"'=HYPERLINK(""x"")"\r\n`);
  });
});
