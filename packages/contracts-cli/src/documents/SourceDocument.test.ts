import { SourceDocument } from './SourceDocument';

const parse = (text: string) => SourceDocument.parse('x.yaml', text);

describe('SourceDocument', () => {
  it.each([
    ['', 1, 1],
    ['/a', 1, 1],
    ['/a/b', 2, 3],
    ['/a/b/1', 4, 7],
    ['/a/b/9', 2, 3],
    ['/a/c~1d/x', 5, 10],
    ['/copy', 6, 1],
    ['/copy/b/0', 3, 7],
    ['/none/b', 1, 1],
    ['/__proto__', 1, 1],
  ])('locates %s', (pointer, line, column) => {
    const text = [
      'a: &a',
      '  b:',
      '    - one',
      '    - two',
      '  c/d: { x }',
      'copy: *a',
    ].join('\r\n');
    expect(parse(text).locate(pointer)).toEqual({ line, column });
  });

  it('locates in JSON, and in an empty document', () => {
    expect(parse('{\n  "a": [\n    1,\n    2]}').locate('/a/1')).toEqual({
      line: 4,
      column: 5,
    });
    expect(parse('').locate('/a')).toEqual({ line: 1, column: 1 });
    expect(parse('').value).toBeNull();
  });

  it('keeps names of prototypes, and times as text', () => {
    const { value } = parse('__proto__: 1\nat: 2026-11-26\n');
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', 1],
      ['at', '2026-11-26'],
    ]);
  });

  it.each([
    ['a: [b', /^x\.yaml:1:6 is not YAML: Flow sequence .* end with a \]$/],
    ['a: 1\na: 2', /^x\.yaml:2:1 is not YAML: Map keys must be unique/],
    ['a: 1\n---\nb: 2', /^x\.yaml holds several documents/],
    ['['.repeat(100_000), /^x\.yaml is nested too deeply/],
    [
      `a: &a [${'x,'.repeat(9)}]\n${['b', 'c', 'd', 'e']
        .map((name, i) => `${name}: &${name} [${`*${'abcd'[i]},`.repeat(9)}]`)
        .join('\n')}`,
      /^x\.yaml repeats itself too often by aliases/,
    ],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
