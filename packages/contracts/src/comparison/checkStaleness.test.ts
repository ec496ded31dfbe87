import { contract, field, port } from '../__testUtils__/build';
import { checkStaleness } from './checkStaleness';

const written = contract([
  port([
    field('age', 'int32', {
      unit: 'a',
      aliases: ['years'],
      description: 'Age of the customer',
      constraints: { min: 0, max: 150 },
    }),
  ]),
]);

describe('checkStaleness', () => {
  it('does not miss in a signature what no signature says', () => {
    const live = contract([port([field('age', 'int32')])]);
    expect(
      checkStaleness({ contract: written, live, production: true }),
    ).toEqual([]);
  });

  it('says once for each port what is different', () => {
    const live = contract([
      port([field('age', 'string'), field('plan', 'string')]),
      port([field('age')], { direction: 'in' }),
    ]);
    expect(
      checkStaleness({ contract: written, live, production: true }),
    ).toEqual([
      expect.objectContaining({
        ruleId: 'CONTRACT_STALE',
        severity: 'error',
        port: 'inputs',
        pointer: '/spec/ports/1',
        pointsInto: 'new',
        new: 'New port',
      }),
      expect.objectContaining({
        port: 'outputs',
        pointer: '/spec/ports/0',
        new: 'Type changed (age), New required field (plan)',
      }),
    ]);
  });
});
