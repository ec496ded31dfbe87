import { FeatureViewDefinition } from '@understudy/plugin-ml-common';
import { definitionChanges } from './definitionChanges';

const before: FeatureViewDefinition = {
  fields: [
    { name: 'amount', type: 'float32', unit: 'EUR' },
    { name: 'count', type: 'int64' },
    { name: 'country' },
  ],
  entities: [{ name: 'card', type: 'string' }],
  ttl: 'P7D',
  sources: ['dataset:default/payments'],
};

describe('definitionChanges', () => {
  it('says nothing of what is the same in another order', () => {
    expect(
      definitionChanges(before, {
        ...before,
        fields: [...before.fields].reverse(),
      }),
    ).toEqual([]);
  });

  it('names fields that went, changed and came, what breaks first', () => {
    const after: FeatureViewDefinition = {
      ...before,
      fields: [
        { name: 'amount', type: 'float64', unit: 'EUR' },
        { name: 'country' },
        { name: 'declines', type: 'int64' },
      ],
    };
    expect(definitionChanges(before, after)).toEqual([
      { part: 'field', name: 'count', kind: 'removed', before: 'int64' },
      {
        part: 'field',
        name: 'amount',
        kind: 'changed',
        before: 'float32 · EUR',
        after: 'float64 · EUR',
      },
      { part: 'field', name: 'declines', kind: 'added', after: 'int64' },
    ]);
  });

  it('sees what values are looked up by, come from and how long they hold', () => {
    expect(
      definitionChanges(before, {
        fields: before.fields,
        entities: [{ name: 'card', type: 'bytes' }],
        sources: ['dataset:default/refunds'],
        transformation: 'sha256:c0ffee',
      }),
    ).toEqual([
      expect.objectContaining({ part: 'source', kind: 'removed' }),
      { part: 'ttl', name: 'ttl', kind: 'removed', before: 'P7D' },
      {
        part: 'entity',
        name: 'card',
        kind: 'changed',
        before: 'string',
        after: 'bytes',
      },
      expect.objectContaining({
        part: 'source',
        name: 'dataset:default/refunds',
        kind: 'added',
      }),
      expect.objectContaining({ part: 'transformation', kind: 'added' }),
    ]);
  });
});
