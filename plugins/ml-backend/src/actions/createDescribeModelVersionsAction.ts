import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ModelVersionSummary,
  parseVersionRef,
  VERSION_REF_MAX_LENGTH,
} from '@understudy/plugin-ml-common';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';

const MAX_VERSIONS = 20;

/** Lets agents read which versions a model has and where they are. */
export function createDescribeModelVersionsAction(options: {
  actionsRegistry: ActionsRegistryService;
  registry: AuthorizedRegistryService;
}): void {
  const { actionsRegistry, registry } = options;
  actionsRegistry.register({
    name: 'describe-model-versions',
    title: 'Describe the versions of a model',
    description:
      'Tells which versions of a model are or were assigned, have an alias or are among the latest, with their metrics, and how fresh the knowledge of each registry is. Tells of one version alone when its label or alias is given. Feature views and datasets have versions too.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          model: z
            .string()
            .min(1)
            .max(VERSION_REF_MAX_LENGTH)
            .describe(
              'Entity ref, such as model:default/fraud-score, or that of one version, such as model:default/fraud-score@7 or model:default/fraud-score@champion.',
            ),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many versions there are in all.'),
          versions: z.array(
            z.object({
              label: z.string(),
              createdAt: z.string(),
              aliases: z.array(z.string()),
              assignments: z
                .array(z.string())
                .describe('As `<slot> in <environment> (<segment>)`.'),
              everAssigned: z.boolean(),
              metrics: z.array(
                z.object({
                  name: z.string(),
                  value: z.number(),
                  dataset: z.string().optional(),
                  split: z.string().optional(),
                }),
              ),
              goneSince: z.string().optional(),
            }),
          ),
          registries: z.array(
            z.object({
              server: z.string(),
              stale: z.boolean(),
              lastSuccessAt: z.string().optional(),
              lastError: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { ref, version } = readVersionRef(input.model);
      const page = await registry.listVersions(
        ref,
        { view: 'notable', filter: {}, limit: MAX_VERSIONS },
        { credentials },
      );
      const versions =
        version === undefined
          ? page.items
          : [await registry.getVersion(ref, version, { credentials })];
      return {
        output: {
          total: page.counts.total,
          versions: versions.map(describe),
          registries: page.sources.map(
            ({ server, stale, lastSuccessAt, lastError }) => ({
              server,
              stale,
              lastSuccessAt,
              lastError,
            }),
          ),
        },
      };
    },
  });
}

function readVersionRef(text: string): { ref: string; version?: string } {
  const { version, field, ...entity } = parseVersionRef(text, {
    defaultKind: 'model',
    defaultNamespace: 'default',
  });
  if (field !== undefined) {
    throw new InputError(
      `model '${text}' names the field '${field}'; leave it out to describe the version`,
    );
  }
  return { ref: stringifyEntityRef(entity), version };
}

function describe(version: ModelVersionSummary) {
  return {
    label: version.label,
    createdAt: version.createdAt,
    aliases: version.aliases,
    assignments: version.assignments.map(
      ({ slot, target }) =>
        `${slot} in ${target.environment} (${target.segment})`,
    ),
    everAssigned: version.everAssigned,
    metrics: version.metrics.map(({ name, value, dataset, split }) => ({
      name,
      value,
      dataset,
      split,
    })),
    goneSince: version.goneSince,
  };
}
