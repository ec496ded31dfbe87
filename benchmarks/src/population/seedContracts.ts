import { Contract, Field } from '@understudy/contracts';
import { Knex } from 'knex';
import { bulkInsert, Row } from '../databases/bulkInsert';
import { contractRow } from './contractRow';
import { numberedId, PopulatedModel } from './Population';
import { SeededVersion, SIGNATURE } from './versionRow';

/**
 * The contract that the signatures of each model come to, and which versions
 * keep to it: what a portal works out in the minutes after so many versions
 * came at once, and then has.
 */
export async function seedContracts(
  knex: Knex,
  models: readonly PopulatedModel[],
  versions: Iterable<SeededVersion>,
): Promise<void> {
  const ids = new Map(
    models.map(({ subjectId }, index) => [subjectId, numberedId('01C', index)]),
  );
  const idOf = ({ subjectId }: PopulatedModel) => ids.get(subjectId) ?? '';
  await bulkInsert(
    knex,
    'contract_version',
    models.map(model =>
      contractRow(contractOf(model), {
        id: idOf(model),
        subjectId: model.subjectId,
        origin: 'signature',
      }),
    ),
  );
  await bulkInsert(knex, 'contract_subject_version', links(versions, idOf));
}

function* links(
  versions: Iterable<SeededVersion>,
  idOf: (model: PopulatedModel) => string,
): Generator<Row> {
  for (const { id, model } of versions) {
    yield { version_id: id, contract_version_id: idOf(model) };
  }
}

function contractOf({ ref, owner }: PopulatedModel): Contract {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: ref.slice(ref.indexOf('/') + 1),
      version: '1.0.0',
      status: 'active',
      owner,
    },
    spec: {
      subject: ref,
      role: 'provider',
      ports: [
        {
          name: 'inputs',
          direction: 'in',
          schema: objectOf(SIGNATURE.inputs),
          ordering: 'named',
        },
        {
          name: 'outputs',
          direction: 'out',
          schema: objectOf(SIGNATURE.outputs),
          ordering: 'named',
        },
      ],
      compatibility: { profile: 'mlflow' },
    },
  };
}

function objectOf(columns: readonly { name: string }[]) {
  const fields = columns.map(({ name }): Field => ({
    name,
    type: { kind: 'scalar', type: 'float64' },
    required: true,
    nullable: false,
  }));
  return { kind: 'object' as const, fields, unknown: 'ignore' as const };
}
