import fc from 'fast-check';
import { previousHolder } from './previousHolder';

/** `v` was promoted; `<v` was rolled back to. */
function history(text: string) {
  return text
    .split(' ')
    .filter(Boolean)
    .map(word => ({
      versionId: word.replace('<', ''),
      byRollback: word.startsWith('<'),
    }));
}

describe('previousHolder', () => {
  it.each([
    ['', undefined],
    ['40', undefined],
    ['40 41', '40'],
    ['40 41 44 <41', '40'],
    ['40 41 44 <41 <40', undefined],
    ['40 41 44 <40', undefined],
    ['40 41 44 <41 45', '41'],
    ['40 41 44 <41 45 <41', '40'],
    ['40 41 40', '41'],
    ['40 41 40 <41', '40'],
    ['44 <39', undefined],
  ])('%s -> %s', (text, expected) => {
    expect(previousHolder(history(text))?.versionId).toBe(expected);
  });

  it('comes to an end, whatever happened before', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            versionId: fc.constantFrom('a', 'b', 'c', 'd'),
            byRollback: fc.boolean(),
          }),
        ),
        past => {
          const all = [...past];
          let previous = previousHolder(all);
          for (let step = 0; step <= past.length && previous; step += 1) {
            all.push({ versionId: previous.versionId, byRollback: true });
            previous = previousHolder(all);
          }
          expect(previous).toBeUndefined();
        },
      ),
    );
  });
});
