import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseModelRef } from '../models/ModelAccess';
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
      'Tells which versions of a model are or were assigned, have an alias or are among the latest, with their metrics, and how fresh the knowledge of each registry is.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          model: z
            .string()
            .min(1)
            .max(250)
            .describe('Entity ref, such as model:default/fraud-score.'),
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
      const page = await registry.listVersions(
        parseModelRef(input.model),
        { view: 'notable', filter: {}, limit: MAX_VERSIONS },
        { credentials },
      );
      return {
        output: {
          total: page.counts.total,
          versions: page.items.map(version => ({
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
          })),
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
