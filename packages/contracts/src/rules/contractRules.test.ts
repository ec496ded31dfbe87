import { fieldCases } from './__testUtils__/fieldCases';
import { otherCases } from './__testUtils__/otherCases';
import { typeCases } from './__testUtils__/typeCases';
import { contractRules, ruleOf } from './contractRules';

const cases = [...fieldCases, ...typeCases, ...otherCases];
const directions = ['backward', 'forward'] as const;

describe('contractRules', () => {
  it.each(cases.map(entry => [entry.rule, entry.title, entry] as const))(
    '%s: %s',
    (_rule, _title, entry) => {
      expect(entry.actual()).toMatchObject(entry.expected);
    },
  );

  it('lists each rule once', () => {
    const ids = contractRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cases.length).toBeGreaterThan(contractRules.length);
  });

  it.each(contractRules.map(rule => [rule.id, rule] as const))(
    '%s has a case for each judgement',
    (id, rule) => {
      const own = cases.filter(entry => entry.rule === id);
      const wrong = directions.filter(direction => {
        const judgement = rule[direction];
        const outcomes = (entries: typeof own) =>
          new Set(entries.flatMap(entry => entry.expected[direction] ?? []));
        if (judgement === 'none') {
          return false;
        }
        if (judgement === 'depends') {
          // What depends has to be seen both ways.
          return outcomes(own).size < 2;
        }
        const plain = outcomes(own.filter(entry => !entry.exception));
        return plain.size !== 1 || !plain.has(judgement);
      });
      expect([id, wrong]).toEqual([id, []]);
    },
  );

  it('explains each cell that depends and each exception', () => {
    const unexplained = [
      ...contractRules
        .filter(rule => directions.some(way => rule[way] === 'depends'))
        .map(({ id }) => id),
      ...cases
        .filter(
          entry =>
            entry.exception &&
            directions.some(way => {
              const outcome = entry.expected[way];
              return (
                outcome !== undefined &&
                outcome !== 'absent' &&
                outcome !== ruleOf(entry.rule)[way]
              );
            }),
        )
        .map(({ rule }) => rule),
    ].filter(id => !ruleOf(id).condition);
    expect(unexplained).toEqual([]);
  });

  it('does not know other rules', () => {
    expect(() => ruleOf('FIELD_PAINTED')).toThrow('FIELD_PAINTED');
  });
});
