import type { JsonObject } from '@backstage/types';
import { keyOf } from './keyOf';
import type { PlatformStyle } from './platforms';
import {
  type ColumnFlow,
  type DatasetName,
  datasetsAt,
  type SampleAssertion,
  type SampleJob,
} from './SampleJob';
import { schemaOf } from './schemas';

const SPEC = 'https://openlineage.io/spec/facets';

/** A facet of the specification: `schema` is its version and file, such as `1-0-1/OwnershipJobFacet`. */
export function facet(
  { producer }: PlatformStyle,
  schema: string,
  content: JsonObject,
): JsonObject {
  const [, file] = schema.split('/');
  return {
    _producer: producer,
    _schemaURL: `${SPEC}/${schema}.json#/$defs/${file}`,
    ...content,
  };
}

/** What every event of a job says about it. */
export function jobFacets(
  job: SampleJob,
  style: PlatformStyle,
  at: Date,
): JsonObject {
  return {
    jobType: facet(style, '2-0-4/JobTypeJobFacet', {
      processingType: processingTypeOf(job),
      integration: style.integration,
      jobType: style.jobType,
    }),
    ...(job.description && {
      documentation: facet(style, '1-1-0/DocumentationJobFacet', {
        description: job.description,
      }),
    }),
    ...(job.owner && {
      ownership: facet(style, '1-0-1/OwnershipJobFacet', {
        owners: [{ name: `group:${job.owner}`, type: 'MAINTAINER' }],
      }),
    }),
    ...(job.pairwise && {
      lineage: facet(style, '1-0-0/LineageFacet', {
        entries: pairs(job, at).map(([input, output]) => ({
          ...output,
          type: 'DATASET',
          inputs: [{ ...input, type: 'DATASET' }],
        })),
      }),
    }),
  };
}

/** What the tool knows of a dataset, whoever reads or writes it. */
export function datasetFacets(
  dataset: DatasetName,
  style: PlatformStyle,
): JsonObject {
  const fields = schemaOf(dataset);
  const type = datasetTypeOf(dataset);
  return {
    ...(type && {
      datasetType: facet(style, '1-0-0/DatasetTypeDatasetFacet', {
        datasetType: type,
      }),
    }),
    ...(fields && {
      schema: facet(style, '1-2-0/SchemaDatasetFacet', {
        fields: fields.map(field => ({ ...field })),
      }),
    }),
  };
}

/** Which fields an output was made from, where the job tells. */
export function columnFacets(
  columns: ColumnFlow[],
  dataset: DatasetName,
  style: PlatformStyle,
): JsonObject {
  const fields: Record<string, { inputFields: JsonObject[] }> = {};
  for (const [output, field, input, inputField] of columns) {
    if (keyOf(output) === keyOf(dataset)) {
      fields[field] ??= { inputFields: [] };
      fields[field].inputFields.push({ ...input, field: inputField });
    }
  }
  return Object.keys(fields).length === 0
    ? {}
    : {
        columnLineage: facet(style, '1-2-0/ColumnLineageDatasetFacet', {
          fields,
        }),
      };
}

/** How the tests of a dataset went; `dice` gives a number below 100 for each. */
export function assertionFacets(
  assertions: SampleAssertion[],
  dataset: DatasetName,
  style: PlatformStyle,
  dice: () => number,
): JsonObject {
  const results = assertions
    .filter(candidate => keyOf(candidate.dataset) === keyOf(dataset))
    .map(({ assertion, column, failsPercent = 0 }) => ({
      assertion,
      success: dice() >= failsPercent,
      ...(column && { column }),
    }));
  return results.length === 0
    ? {}
    : {
        dataQualityAssertions: facet(
          style,
          '1-1-0/DataQualityAssertionsDatasetFacet',
          { assertions: results },
        ),
      };
}

function processingTypeOf({ schedule }: SampleJob): string {
  if (!('endless' in schedule)) {
    return 'BATCH';
  }
  return schedule.endless === 'service' ? 'SERVICE' : 'STREAMING';
}

function pairs(job: SampleJob, at: Date): [DatasetName, DatasetName][] {
  const outputs = datasetsAt(job.writes, at);
  return datasetsAt(job.reads, at).map((input, place) => [
    input,
    outputs[place],
  ]);
}

function datasetTypeOf({ namespace }: DatasetName): string | undefined {
  const scheme = namespace.split(':')[0];
  const types: Record<string, string> = {
    kafka: 'TOPIC',
    mlflow: 'MODEL',
    mssql: 'TABLE',
    mysql: 'TABLE',
    oracle: 'TABLE',
    postgres: 'TABLE',
    s3: 'FILE',
  };
  return types[scheme];
}
