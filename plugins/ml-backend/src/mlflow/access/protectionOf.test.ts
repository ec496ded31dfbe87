import { EffectivePolicy } from '../../policy/mergePolicies';
import { protectionOfAlias, protectionOfStage } from './protectionOf';

const policy: EffectivePolicy = {
  ref: 'standard',
  digest: '',
  stages: [
    { name: 'staging', kind: 'test' },
    {
      name: 'live',
      kind: 'serve',
      environment: 'eu',
      steps: [
        {
          id: 'alias',
          uses: 'registry:set-alias',
          with: {
            aliases: [
              { keys: [], template: 'champion' },
              { keys: ['market'], template: 'champion-{market}' },
              { keys: ['store'], template: 'shop' },
              { keys: [], template: 'tested', environment: 'us' },
            ],
          },
        },
      ],
    },
  ],
};

describe('protectionOfAlias', () => {
  it.each([
    ['champion', 'eu', '*'],
    ['champion-de', 'eu', 'market=de'],
    ['shop', 'eu', '*'],
    ['tested', 'us', '*'],
  ])('protects %s', (alias, environment, segment) => {
    expect(protectionOfAlias(policy, alias)).toMatchObject({
      stage: { name: 'live' },
      target: { environment, segment },
    });
  });

  it.each(['candidate', 'Champion', 'champion-', 'champion_de'])(
    'leaves %s free',
    alias => {
      expect(protectionOfAlias(policy, alias)).toBeUndefined();
    },
  );

  it('protects nothing where no policy speaks', () => {
    expect(protectionOfAlias(undefined, 'champion')).toBeUndefined();
    expect(protectionOfStage(undefined, 'Production')).toBeUndefined();
  });
});

describe('protectionOfStage', () => {
  it.each([
    ['Production', 'live'],
    ['Staging', 'staging'],
  ] as const)('finds what %s stands for', (stage, name) => {
    expect(protectionOfStage(policy, stage)).toMatchObject({ stage: { name } });
  });

  it.each(['None', 'Archived'] as const)('leaves %s free', stage => {
    expect(protectionOfStage(policy, stage)).toBeUndefined();
  });
});
