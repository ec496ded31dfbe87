import { Field, Port } from '@understudy/contracts';
import { buildField } from '../../__testUtils__/contractBuilders';
import { fieldChanges } from './fieldChanges';

function port(...fields: Field[]): Port {
  return {
    name: 'rows',
    direction: 'out',
    schema: { kind: 'object', unknown: 'ignore', fields },
  };
}

describe('fieldChanges', () => {
  const base = port(buildField('a'), buildField('b'), buildField('c'));

  it('tells new, changed and the same apart', () => {
    const draft = port(
      buildField('a'),
      buildField('b', 'string'),
      buildField('d'),
    );
    const { changeOf, removed } = fieldChanges(base, draft);
    expect(
      [buildField('a'), buildField('b', 'string'), buildField('d')].map(
        changeOf,
      ),
    ).toEqual(['same', 'changed', 'new']);
    expect(removed).toEqual([buildField('c')]);
  });

  it('knows a renamed field by its alias', () => {
    const renamed = buildField('cc', 'float64', { aliases: ['c'] });
    const { changeOf, removed } = fieldChanges(
      base,
      port(buildField('a'), buildField('b'), renamed),
    );
    expect(changeOf(renamed)).toBe('changed');
    expect(removed).toEqual([]);
  });

  it('calls everything new where there was no port', () => {
    expect(fieldChanges(undefined, base).changeOf(buildField('a'))).toBe('new');
    expect(fieldChanges(base, undefined).removed).toHaveLength(3);
  });
});
