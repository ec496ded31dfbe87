import {
  RegistryBindingSource,
  RegistryRecordRef,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { seedTime } from '../../__testUtils__/seedVersions';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { recordHints } from '../../registry/sync/recordHints';
import { writeRecord } from '../../registry/sync/writeRecord';
import { normalizeVersion } from '../../registry/versionContent';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';

/** Writes a record of a registry, as a sync would. Answers how to name it. */
export async function seedRecord(
  knex: Knex,
  name: string,
  options: {
    server?: string;
    workspace?: string;
    kind?: 'model' | 'prompt';
    /** Entity ref of its Model; by default one of the same name. */
    model?: string;
    boundBy?: RegistryBindingSource;
    description?: string;
    tags?: { key: string; value: string }[];
    versions?: string[];
    environment?: string;
    variant?: string;
    url?: string;
    at?: Date;
  } = {},
): Promise<RegistryRecordRef> {
  const {
    server = 'eu',
    workspace,
    kind = 'model',
    model = `model:default/${name.toLowerCase()}`,
    boundBy = 'default',
    versions = [],
    at = seedTime,
    ...parts
  } = options;
  const subject = await DatabaseSubjectStore.create({ knex }).ensure({
    ref: model,
    previousRefs: [],
  });
  const dictionary = MetricDictionary.create([]);
  await knex.transaction(tx =>
    writeRecord(
      tx,
      {
        server,
        sourceType: 'fake',
        workspace,
        name,
        kind,
        environment: parts.environment,
        variant: parts.variant,
        url: parts.url,
        boundBy,
        hints: recordHints({
          name,
          kind,
          aliases: [],
          description: parts.description,
          tags: parts.tags ?? [],
        }),
        subjectId: subject.id,
        home: 'eu',
        aliases: [],
        versions: new Map(
          versions.map(number => [
            number,
            normalizeVersion(sourceVersion(number), dictionary),
          ]),
        ),
      },
      at,
    ),
  );
  return { server, ...(workspace ? { workspace } : {}), name };
}
