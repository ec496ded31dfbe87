import {
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  Entity,
} from '@backstage/catalog-model';
import { isModelEntity, modelSchema } from '@understudy/plugin-ml-common';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { importedModel } from '../__testUtils__/intakeEntities';
import { IntakeRecordRow } from '../records/IntakeRecordStore';
import { ModelToDraft, writeDrafts } from './writeDrafts';

const validateSpec = new Ajv({ allowUnionTypes: true }).compile(modelSchema);
const validateEnvelope = entityEnvelopeSchemaValidator();
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** What the catalog does before it takes an entity in. */
async function expectLoads(entity: unknown): Promise<Entity> {
  const loaded: Entity = validateEnvelope(entity);
  await policy.enforce(loaded);
  expect(isModelEntity(loaded)).toBe(true);
  validateSpec({ spec: loaded.spec });
  expect(validateSpec.errors ?? []).toEqual([]);
  return loaded;
}

function row(parts: Partial<IntakeRecordRow> = {}): IntakeRecordRow {
  return {
    id: '01J00000000000000000000001',
    server: 'eu',
    workspace: '',
    name: 'churn',
    first_name: null,
    kind: 'model',
    subject_id: '01J00000000000000000000002',
    environment: null,
    variant: null,
    url: null,
    label_prefix: '',
    change_mark: null,
    first_seen_at: '2026-03-01T00:00:00.000Z',
    gone_since: null,
    last_error: null,
    bound_by: 'default',
    description: null,
    hint_tags: '[]',
    sort_name: 'churn',
    search_text: 'churn',
    model: 'model:default/churn',
    listed: true,
    ...parts,
  };
}

function draft(parts: Partial<ModelToDraft> = {}): ModelToDraft {
  return {
    ref: 'model:default/churn',
    entity: undefined,
    records: [row()],
    owner: {
      ref: 'group:default/payments-fraud',
      because: 'claimed in the intake',
    },
    ...parts,
  };
}

function load(yaml: string): unknown[] {
  return parseAllDocuments(yaml).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

describe('writeDrafts', () => {
  it('writes a Model that the catalog takes as it stands', async () => {
    const yaml = writeDrafts([
      draft({
        entity: importedModel('churn'),
        records: [
          row({ environment: 'production' }),
          row({ workspace: 'risk', name: 'churn 2', variant: 'store=0417' }),
        ],
      }),
    ]);
    expect(yaml).toBe(`---
apiVersion: understudy.dev/v1alpha1
kind: Model
metadata:
  name: churn
  namespace: default
spec:
  type: unknown # say what kind of model it is
  lifecycle: unknown # such as production
  owner: group:default/payments-fraud # claimed in the intake
  registries:
    - server: eu
      name: churn
      environment: production
    - server: eu
      workspace: risk
      name: churn 2
      variant: store=0417
`);
    await expectLoads(load(yaml)[0]);
  });

  it('keeps the name of the record as title, and its case', async () => {
    const name = 'Churn (EU) v2';
    const [model] = load(
      writeDrafts([
        draft({
          ref: 'model:payments/churn-eu-v2-7b3ac9c9',
          entity: undefined,
          records: [row({ name, description: 'Who leaves\nand when' })],
        }),
        draft({
          ref: 'model:default/xgb',
          records: [row({ name: 'XGB' })],
        }),
      ]),
    );
    expect(await expectLoads(model)).toMatchObject({
      metadata: {
        namespace: 'payments',
        title: name,
        description: 'Who leaves\nand when',
      },
      spec: { registries: [{ server: 'eu', name }] },
    });
  });

  it('takes type and lifecycle from the Model, else from tags, else not', () => {
    const tags = (type: string) =>
      JSON.stringify([
        { key: 'type', value: type },
        { key: 'lifecycle', value: 'Experimental' },
      ]);
    const specs = load(
      writeDrafts([
        draft({
          entity: importedModel('churn', { type: 'ranker' }),
          records: [row({ hint_tags: tags('classifier') })],
        }),
        draft({ records: [row({ hint_tags: tags('Classifier') })] }),
        draft({ records: [row({ hint_tags: tags('one of ours') })] }),
        draft({ records: [row({ kind: 'prompt' })] }),
      ]),
    );
    expect(specs).toMatchObject([
      { spec: { type: 'ranker', lifecycle: 'experimental' } },
      { spec: { type: 'classifier', lifecycle: 'experimental' } },
      { spec: { type: 'unknown' } },
      { spec: { type: 'prompt', lifecycle: 'unknown' } },
    ]);
  });

  it('says where an owner comes from, or that there is none', async () => {
    const suggested = writeDrafts([
      draft({
        owner: {
          ref: 'group:default/search',
          because: "suggested only: Its tag 'team'\nnames the group",
        },
      }),
    ]);
    expect(suggested).toContain(
      "owner: group:default/search # suggested only: Its tag 'team' names the group\n",
    );
    const missing = writeDrafts([draft({ owner: undefined })]);
    expect(missing).toContain(
      '  # owner: is missing. Name the group that takes the model.\n  registries:',
    );
    const loaded = await expectLoads(load(missing)[0]);
    expect(loaded.spec).not.toHaveProperty('owner');
  });

  it('writes only what the YAML of a team lacks', () => {
    const team = { ref: 'model:default/fraud', entity: modelEntity('fraud') };
    const declared = row({ bound_by: 'declared', name: 'fraud' });
    const yaml = writeDrafts([
      draft({ ...team, records: [declared, row({ name: 'fraud-v2' })] }),
      draft({ ...team, records: [declared] }),
    ]);
    expect(yaml).toBe(`---
# model:default/fraud has a YAML of its own. Add these entries to its spec.registries.
# It names 'fraud' of 'eu' already.

registries:
  - server: eu
    name: fraud-v2
---
# model:default/fraud has a YAML of its own, with nothing to add.
# It names 'fraud' of 'eu' already.
`);
  });

  it('lets no text of a registry out of its place', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const nasty = fc.oneof(
      texts,
      fc.constantFrom(
        'a\n---\nkind: Group',
        '# x',
        '"',
        'on',
        '0417',
        '@a: *b',
      ),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, because) => {
        const documents = load(
          writeDrafts([
            draft({
              records: [row({ name, description: because })],
              owner: { ref: 'group:default/payments-fraud', because },
            }),
            draft({
              entity: modelEntity('fraud'),
              records: [row({ name, bound_by: 'declared' })],
            }),
          ]),
        );
        expect(documents).toMatchObject([
          {
            kind: 'Model',
            spec: {
              owner: 'group:default/payments-fraud',
              registries: [{ server: 'eu', name }],
            },
          },
          null,
        ]);
      }),
    );
  });
});
