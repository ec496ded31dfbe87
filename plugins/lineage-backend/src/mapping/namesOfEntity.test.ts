import { Entity } from '@backstage/catalog-model';
import { namesOfEntity } from './namesOfEntity';

function entityWith(
  spec: Entity['spec'],
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Dataset',
    metadata: { name: 'Orders', annotations },
    spec,
  };
}

const entityRef = 'dataset:default/orders';

describe('namesOfEntity', () => {
  it('reads the places of a dataset', () => {
    expect(
      namesOfEntity(
        entityWith({
          physical: [
            {
              role: 'offline',
              platform: 'postgres',
              namespace: 'postgres://dwh:5432',
              name: 'shop.orders',
              environment: 'production',
              region: 'eu',
            },
            {
              role: 'stream',
              platform: 'kafka',
              namespace: 'kafka://b:9092',
              name: 'orders',
              environment: 'test',
            },
          ],
        }),
      ),
    ).toEqual({
      names: [
        {
          entityRef,
          kind: 'dataset',
          namespace: 'postgres://dwh:5432',
          name: 'shop.orders',
          role: 'offline',
          environment: 'production',
          region: 'eu',
        },
        {
          entityRef,
          kind: 'dataset',
          namespace: 'kafka://b:9092',
          name: 'orders',
          role: 'stream',
          environment: 'test',
        },
      ],
      problems: [],
    });
  });

  it('reads patterns, and says which it cannot read', () => {
    expect(
      namesOfEntity(
        entityWith({
          physical: [
            { namespace: 'ns', pattern: 'orders_\\d{8}', environment: 'test' },
            { namespace: 'ns', pattern: '(' },
          ],
        }),
      ),
    ).toEqual({
      names: [
        {
          entityRef,
          kind: 'dataset',
          namespace: 'ns',
          name: 'orders_\\d{8}',
          isPattern: true,
          environment: 'test',
        },
      ],
      problems: [
        expect.stringContaining(
          'dataset:default/orders: a pattern in spec.physical: "(" is not a regular expression',
        ),
      ],
    });
  });

  it.each([
    [undefined],
    [{}],
    [{ physical: null }],
    [{ physical: 'x' }],
    [{ physical: [null, 'x', {}, { namespace: 'n' }, { name: 'n' }] }],
    [
      {
        physical: [
          { namespace: '', name: '' },
          { namespace: 1, name: {} },
        ],
      },
    ],
  ])('reads no name in %j', spec => {
    expect(namesOfEntity(entityWith(spec))).toEqual({
      names: [],
      problems: [],
    });
  });

  it('reads annotations, one per line or comma', () => {
    const { names, problems } = namesOfEntity(
      entityWith(
        {},
        {
          'understudy.dev/openlineage-datasets':
            's3%3A%2F%2Fbucket/a%2Cb, file/%2Ftmp%2Fx\n\n ns/y \n',
          'understudy.dev/openlineage-jobs': 'airflow/etl.load',
        },
      ),
    );
    expect(problems).toEqual([]);
    expect(names).toEqual([
      { entityRef, kind: 'dataset', namespace: 's3://bucket', name: 'a,b' },
      { entityRef, kind: 'dataset', namespace: 'file', name: '/tmp/x' },
      { entityRef, kind: 'dataset', namespace: 'ns', name: 'y' },
      { entityRef, kind: 'job', namespace: 'airflow', name: 'etl.load' },
    ]);
  });

  it.each(['noslash', '/x', 'x/', 'a/b/c', '%zz/x'])(
    'says that it cannot read %j and reads the others',
    entry => {
      const { names, problems } = namesOfEntity(
        entityWith(
          {},
          { 'understudy.dev/openlineage-jobs': `${entry},airflow/etl` },
        ),
      );
      expect(names).toMatchObject([{ namespace: 'airflow', name: 'etl' }]);
      expect(problems).toEqual([
        `dataset:default/orders: '${entry}' in understudy.dev/openlineage-jobs is not <namespace>/<name>, both percent-encoded`,
      ]);
    },
  );

  it('is bounded', () => {
    const { names, problems } = namesOfEntity(
      entityWith({
        physical: Array.from({ length: 1500 }, (_, index) => ({
          namespace: 'ns',
          name: `t${index}`,
        })),
      }),
    );
    expect(names).toHaveLength(1000);
    expect(problems).toEqual([
      'dataset:default/orders has 1500 names, of which 1000 are used',
    ]);
  });
});
