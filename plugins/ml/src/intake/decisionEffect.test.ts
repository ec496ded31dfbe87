import { IntakeDecision } from '@understudy/plugin-ml-common';
import { buildDecision, buildRecord } from '../__testUtils__/intakeBuilders';
import { isOvertaken, isPending } from './decisionEffect';

const GROUP = 'group:default/payments-fraud';
const MODEL = 'model:default/fraud-score';

const decided = (decision: IntakeDecision) => ({
  decision: buildDecision({ server: 'eu-prod', name: 'copy' }, decision),
});
const claimed = decided({ action: 'claim', owner: GROUP });
const bound = decided({ action: 'bind', model: MODEL });

describe('isPending', () => {
  it.each([
    ['nothing was decided', {}, false],
    ['what is claimed has no owner yet', claimed, true],
    [
      'what is claimed has an owner',
      { ...claimed, status: 'settled' as const },
      false,
    ],
    [
      'a Model declares it since',
      { ...bound, boundBy: 'declared' as const },
      false,
    ],
    ['it is bound to another Model still', bound, true],
    ['it is bound, though nobody owns it', { ...bound, model: MODEL }, false],
    [
      'the Model is not in the catalog',
      { ...bound, model: MODEL, status: 'no-model' as const },
      true,
    ],
    ['it is ignored', decided({ action: 'ignore', reason: 'A test' }), false],
  ])('when %s: %s', (_, parts, pending) => {
    expect(isPending(buildRecord('copy', parts))).toBe(pending);
  });
});

it('knows decisions that a Model has overtaken', () => {
  const overtaken = { ...claimed, boundBy: 'declared' as const };
  expect(isOvertaken(buildRecord('copy', overtaken))).toBe(true);
  expect(isOvertaken(buildRecord('copy', claimed))).toBe(false);
  expect(isOvertaken(buildRecord('copy', { boundBy: 'declared' }))).toBe(false);
});
