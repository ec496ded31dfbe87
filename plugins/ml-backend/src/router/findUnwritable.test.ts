import fc from 'fast-check';
import { findUnwritable } from './findUnwritable';

/** As Python writes it: what JSON has no number for stays bare. */
function write(value: unknown): string {
  if (typeof value === 'number') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(write).join(', ')}]`;
  }
  return typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .map(([key, member]) => `${JSON.stringify(key)}: ${write(member)}`)
        .join(', ')}}`
    : JSON.stringify(value);
}

describe('findUnwritable', () => {
  it.each([
    ['NaN', '', 'NaN'],
    ['{"value": NaN}', 'value', 'NaN'],
    ['{"a":{"b":[1,{"c":"x"},-Infinity]}}', 'a.b.2', '-Infinity'],
    ['[[1,2],[3,Infinity],NaN]', '1.1', 'Infinity'],
    ['{"a":1 , "b" : NaN}', 'b', 'NaN'],
    ['{"a": "\\"NaN\\\\", "b": [NaN]}', 'b.0', 'NaN'],
  ])('finds in %s what is at %p', (text, path, value) => {
    expect(findUnwritable(text)).toEqual({ path, value });
  });

  it.each([
    '{"value": "NaN"}',
    '{"NaN": 1}',
    '{"a": NaNs, "b": Infinity2}',
    '{"a": "unfinished NaN',
    '{"a": 1e5, "b": -1.5E-3, "c": null, "d": true',
    `${'['.repeat(101)}NaN`,
    `"${'x'.repeat(300_000)}", NaN`,
    '',
  ])('finds nothing in %.30s', text => {
    expect(findUnwritable(text)).toBeUndefined();
  });

  it('finds it exactly where something is that JSON cannot write', () => {
    fc.assert(
      fc.property(
        fc.object({ values: [fc.string(), fc.double(), fc.boolean()] }),
        value => {
          const text = write(value);
          const found = findUnwritable(text);
          expect(found === undefined).toBe(isJson(text));
        },
      ),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
