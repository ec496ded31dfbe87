import { readEntityContracts } from './readEntityContracts';

const port = {
  name: 'features',
  direction: 'out',
  schema: {
    kind: 'object',
    unknown: 'ignore',
    fields: [
      {
        name: 'spend_7d',
        type: { kind: 'scalar', type: 'float64' },
        required: true,
        nullable: false,
      },
    ],
  },
};

function view(spec: object) {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'FeatureView',
    metadata: { name: 'Spend', namespace: 'default' },
    spec: { type: 'batch', lifecycle: 'production', ...spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/features' }],
  };
}

describe('readEntityContracts', () => {
  it('fills what a short contract leaves to its entity', () => {
    const [found] = readEntityContracts(
      view({ contract: { version: '1.2.0', ports: [port] } }),
    );
    expect(found.problems).toEqual([]);
    expect(found.contract).toEqual({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name: 'Spend',
        version: '1.2.0',
        status: 'active',
        owner: 'group:default/features',
      },
      spec: {
        subject: 'featureview:default/spend',
        role: 'provider',
        ports: [port],
      },
    });
  });

  it('reads one for each version of a view, and expectations in full', () => {
    const found = readEntityContracts(
      view({
        contract: {
          version: '1.0.0',
          role: 'consumer',
          provider: { subject: 'dataset:payments', range: '^2' },
          ports: [],
        },
        versions: [
          { label: '1', state: 'live' },
          {
            label: '2',
            state: 'live',
            contract: { version: '2.0.0', ports: [port] },
          },
        ],
      }),
    );
    expect(found.map(({ path, label }) => [path, label])).toEqual([
      ['spec.contract', undefined],
      ['spec.versions[1].contract', '2'],
    ]);
    expect(found[0].contract?.spec.provider?.subject).toBe(
      'dataset:default/payments',
    );
  });

  it('names what is wrong and gives no contract', () => {
    const [missing, other] = [
      { ports: [{ ...port, direction: 'output' }] },
      { version: '1.0.0', subject: 'model:default/other', ports: [port] },
    ].map(contract => readEntityContracts(view({ contract }))[0]);
    expect(missing.contract).toBeUndefined();
    expect(missing.problems.map(({ pointer }) => pointer)).toEqual([
      '/metadata',
      '/spec/ports/0/direction',
    ]);
    expect(other.problems[0].message).toContain('featureview:default/spend');
  });

  it('finds none where none is declared', () => {
    expect(readEntityContracts(view({}))).toEqual([]);
  });
});
