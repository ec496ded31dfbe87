import {
  latestParts,
  MAX_PARTS,
  MAX_PARTS_LENGTH,
  Part,
  readPart,
  writePart,
} from './parts';

const folded = (id: string): Part => ({ act: 'fold', side: 'upstream', id });
const lengthOf = (parts: readonly Part[]) =>
  String(new URLSearchParams(parts.map(part => ['part', writePart(part)])))
    .length;

describe('a part as text', () => {
  it.each<[string, Part]>([
    [
      'add upstream ol:dataset:pg%3A%2F%2Fhost/a%20b',
      { act: 'add', side: 'upstream', id: 'ol:dataset:pg%3A%2F%2Fhost/a%20b' },
    ],
    [
      'fold downstream model:default/m',
      { act: 'fold', side: 'downstream', id: 'model:default/m' },
    ],
    [
      'open downstream featureview model:default/m',
      {
        act: 'open',
        side: 'downstream',
        kind: 'featureview',
        id: 'model:default/m',
      },
    ],
  ])('%p is written and read', (text, part) => {
    expect(writePart(part)).toBe(text);
    expect(readPart(text)).toEqual(part);
  });

  it.each([
    '',
    'add',
    'add upstream',
    'add upstream ',
    'add sideways model:default/m',
    'add upstream model:default/m and more',
    'open upstream model:default/m',
    'open upstream job model:default/m and more',
    'close upstream model:default/m',
  ])('%p says nothing', text => {
    expect(readPart(text)).toBeUndefined();
  });
});

describe('the latest parts', () => {
  it('are all of a few, in order and each once', () => {
    const [a, b] = [folded('dataset:default/a'), folded('dataset:default/b')];
    expect(latestParts([a, b])).toEqual([a, b]);
    expect(latestParts([a, b, a])).toEqual([b, a]);
  });

  it('are so many at most', () => {
    const parts = Array.from({ length: MAX_PARTS + 5 }, (_, index) =>
      folded(`d:d/${index}`),
    );
    expect(latestParts(parts)).toEqual(parts.slice(5));
  });

  it('are no longer than an address may be', () => {
    const parts = Array.from({ length: 25 }, (_, index) =>
      folded(
        `ol:dataset:postgres%3A%2F%2Fwarehouse.example%3A5432/raw.public.payments_${index}`,
      ),
    );
    const latest = latestParts(parts);
    expect(latest).toEqual(parts.slice(-latest.length));
    expect(lengthOf(latest)).toBeLessThanOrEqual(MAX_PARTS_LENGTH);
    expect(lengthOf(parts.slice(-latest.length - 1))).toBeGreaterThan(
      MAX_PARTS_LENGTH,
    );
  });

  it('hold the last one, however long it is', () => {
    const last = folded(`ol:dataset:s3/${'a'.repeat(3_000)}`);
    expect(latestParts([folded('dataset:default/a'), last])).toEqual([last]);
  });
});
