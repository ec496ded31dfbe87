import { parseAllDocuments } from 'yaml';
import { DatasetKind, draftEntity, ThingToDraft } from './draftEntity';
import { writeDrafts } from './writeDrafts';

const orders: ThingToDraft = {
  kind: 'dataset',
  namespace: 'postgres://dwh:5432',
  name: 'shop.orders',
  environment: 'production',
  entityName: 'shop.orders',
  facets: {
    type: 'table',
    description: 'All orders.\nEven refunds: yes',
    fields: [
      { name: 'id', type: 'int8', description: 'The number' },
      { name: 'no', type: 'bool' },
      { name: 'id', type: 'again' },
    ],
  },
};
const load: ThingToDraft = {
  kind: 'job',
  namespace: 'airflow',
  name: 'etl/load, daily',
  environment: 'production',
  entityName: 'etl-load',
  facets: { fields: [] },
};

function write(things: ThingToDraft[], datasetKind: DatasetKind = 'Dataset') {
  return writeDrafts(
    things.map(thing => ({
      entity: draftEntity(thing, datasetKind),
      owner: thing.owner,
    })),
  );
}

function read(yaml: string) {
  return parseAllDocuments(yaml).map(document => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
    return document.toJS();
  });
}

describe('writeDrafts', () => {
  it('drafts a dataset with its place and fields', () => {
    const yaml = write([{ ...orders, owner: 'group:default/data' }]);
    expect(yaml).toBe(`---
apiVersion: understudy.dev/v1alpha1
kind: Dataset
metadata:
  name: shop.orders
  description: |-
    All orders.
    Even refunds: yes
spec:
  type: table
  lifecycle: production
  owner: group:default/data
  fields:
    - name: id
      type: int8
      description: The number
    - name: no
      type: bool
  physical:
    - role: offline
      platform: postgres
      namespace: postgres://dwh:5432
      name: shop.orders
      environment: production
`);
  });

  it('says that nobody owns it, where an owner may be missing and where not', () => {
    const note = '# owner: nobody is known; name the team';
    expect(write([orders])).toContain(
      `  lifecycle: production\n  ${note}\n  fields:`,
    );
    const bare = { ...orders, facets: { fields: [] } };
    expect(write([bare])).toContain(`  ${note}\n  physical:`);
    const long = { ...bare, name: 'x'.repeat(501) };
    expect(write([long])).toContain(note);
    for (const yaml of [write([load]), write([orders], 'Resource')]) {
      expect(yaml).toContain(`  ${note}\n  owner: unknown`);
    }
    expect(write([{ ...load, owner: 'group:default/data' }])).not.toContain(
      '#',
    );
  });

  it('claims jobs and resources by annotation', () => {
    const documents = read(write([orders, load], 'Resource'));
    expect(documents).toMatchObject([
      {
        kind: 'Resource',
        metadata: {
          annotations: {
            'understudy.dev/openlineage-datasets':
              'postgres%3A%2F%2Fdwh%3A5432/shop.orders',
          },
        },
        spec: { type: 'dataset' },
      },
      {
        kind: 'Component',
        metadata: {
          name: 'etl-load',
          title: 'etl/load, daily',
          annotations: {
            'understudy.dev/openlineage-jobs': 'airflow/etl%2Fload%2C%20daily',
          },
        },
        spec: { type: 'job', lifecycle: 'production' },
      },
    ]);
  });

  it('claims by annotation what is too long for a place', () => {
    const name = 'ü'.repeat(501);
    const [entity] = read(write([{ ...orders, name }]));
    expect(entity.spec).not.toHaveProperty('physical');
    expect(entity.metadata.title).toHaveLength(200);
    expect(
      decodeURIComponent(
        entity.metadata.annotations['understudy.dev/openlineage-datasets'],
      ),
    ).toBe(`${orders.namespace}/${name}`);
  });

  it('takes no texts for YAML, and keeps within what the catalog takes', () => {
    const ugly = [
      'a: b\n---\nkind: Group',
      '# nothing',
      '\'"`',
      '\u0000\u0007\u001b[31m\u2028\u0085',
      'a\u0085b',
      'a\u2028b # c',
      'safe \u202e\u{e0041}',
      `${'long '.repeat(20)}\n\tand\u0085 more\r\n\nlines`,
      '*anchor',
      '!!js/function x',
      '- [',
      'no',
      '2026-01-01',
      '\ud83d',
      '%YAML 1.0',
    ];
    for (const text of ugly) {
      const thing: ThingToDraft = {
        ...orders,
        namespace: text,
        name: text,
        facets: {
          type: text,
          description: text,
          fields: [{ name: text, type: text, description: text }],
        },
      };
      const yaml = write([thing, orders]);
      expect(yaml).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
      const [entity, other] = read(yaml);
      expect(other.metadata.name).toBe('shop.orders');
      expect(entity.spec.physical[0]).toMatchObject({
        namespace: text,
        name: text,
        platform: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      });
      expect(entity.spec.type).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(entity.spec.fields[0]).toEqual({
        name: text,
        type: text,
        description: text,
      });
    }
  });

  it('bounds fields and texts', () => {
    const [entity] = read(
      write([
        {
          ...orders,
          facets: {
            description: 'd'.repeat(5000),
            fields: Array.from({ length: 600 }, (_, index) => ({
              name: index === 0 ? 'x'.repeat(301) : `f${index}`,
              type: 't'.repeat(400),
              description: `${'d'.repeat(1999)}\u{1f600}`,
            })),
          },
        },
      ]),
    );
    expect(entity.metadata.description).toHaveLength(2000);
    expect(entity.spec.fields).toHaveLength(500);
    expect(entity.spec.fields[0]).toEqual({
      name: 'f1',
      type: 't'.repeat(300),
      description: 'd'.repeat(1999),
    });
  });
});
