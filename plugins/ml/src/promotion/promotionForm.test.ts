import {
  buildAssignment,
  buildOptions,
  buildVersion,
  FRAUD_SCORE,
} from '../__testUtils__/builders';
import { aliasAt, initialForm, toRequest, withStage } from './promotionForm';

const options = buildOptions();
const assigned = buildVersion(44, {
  assignments: [buildAssignment(buildVersion(44))],
});

describe('promotionForm', () => {
  it('opens with the newest version that is not assigned, for production', () => {
    const versions = [assigned, buildVersion(43), buildVersion(42)];
    expect(initialForm({ options, versions })).toEqual({
      version: '43',
      stage: 'production',
      environment: 'production',
      segment: '*',
      reason: '',
    });
    expect(initialForm({ options, versions, version: '7' }).version).toBe('7');
  });

  it('takes the environment of another stage', () => {
    const form = initialForm({ options, versions: [assigned] });
    expect(withStage(form, 'staging', options)).toMatchObject({
      stage: 'staging',
      environment: 'staging',
    });
  });

  it('asks only when nothing is missing', () => {
    const form = initialForm({ options, versions: [assigned] });
    expect(toRequest(FRAUD_SCORE, form)).toEqual({
      model: FRAUD_SCORE,
      version: '44',
      stage: 'production',
      target: { environment: 'production', segment: '*' },
      reason: undefined,
    });
    expect(toRequest(FRAUD_SCORE, { ...form, version: '' })).toBeUndefined();
    expect(toRequest(FRAUD_SCORE, { ...form, segment: ' ' })).toBeUndefined();
  });

  it('names the alias of a target', () => {
    const germany = { environment: 'production', segment: 'market=de' };
    expect(aliasAt(options, germany)).toBe('champion-de');
    expect(
      aliasAt(options, { ...germany, segment: 'market=fr' }),
    ).toBeUndefined();
  });
});
