import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { VersionSearchService } from '../versionSearch/VersionSearchService';
import { readVersionSearchRequest } from '../versionSearch/versionSearchRequests';
import { MetricDictionary } from '../registry/MetricDictionary';

/** Lets agents look for versions across models. */
export function createFindVersionsAction(options: {
  actionsRegistry: ActionsRegistryService;
  dictionary: MetricDictionary;
  search: VersionSearchService;
}): void {
  const { actionsRegistry, dictionary, search } = options;
  actionsRegistry.register({
    name: 'find-versions',
    title: 'Find versions of models, feature views or datasets',
    description:
      'Finds versions across all models that you may see, newest first: by owner, stage, alias, tag or metric, by the start of the name or label, or by time. The same for feature views and datasets. All that is given must fit.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          kind: z
            .enum(['Model', 'FeatureView', 'Dataset'])
            .default('Model')
            .describe('Of what kind of entity the versions are.'),
          model: z
            .array(z.string().min(1).max(250))
            .max(20)
            .optional()
            .describe('Entity refs of what the versions are of.'),
          owner: z
            .array(z.string().min(1).max(250))
            .max(20)
            .optional()
            .describe('Entity refs of owners, such as group:default/fraud.'),
          text: z
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe('Start of the name of the entity or of the label.'),
          stage: z
            .string()
            .min(1)
            .max(64)
            .optional()
            .describe('Stage of an assignment in force, such as production.'),
          alias: z
            .string()
            .min(1)
            .max(250)
            .optional()
            .describe('Alias that points at the version, such as champion.'),
          createdBy: z
            .string()
            .min(1)
            .max(250)
            .optional()
            .describe('Who made or registered it, such as user:default/ann.'),
          contract: z
            .string()
            .min(1)
            .max(64)
            .optional()
            .describe('Version of the contract that the version keeps to.'),
          tag: z
            .array(z.string().min(1).max(501))
            .max(20)
            .optional()
            .describe('Tags as key=value.'),
          metric: z
            .array(z.string().min(1).max(300))
            .max(20)
            .optional()
            .describe('Conditions such as auc>=0.9.'),
          createdAfter: z
            .string()
            .max(40)
            .optional()
            .describe('ISO 8601 time with a zone.'),
          createdBefore: z
            .string()
            .max(40)
            .optional()
            .describe('ISO 8601 time with a zone.'),
          includeDeleted: z
            .boolean()
            .optional()
            .describe('Also versions that were deleted.'),
          limit: z.number().int().min(1).max(50).default(20),
        }),
      output: z =>
        z.object({
          versions: z.array(
            z.object({
              ref: z
                .string()
                .describe('As `<entity ref>@<label>`, to describe it with.'),
              owner: z.string().optional(),
              createdAt: z.string(),
              aliases: z.array(z.string()),
              assignments: z
                .array(z.string())
                .describe('As `<slot> in <environment> (<segment>)`.'),
              metrics: z
                .array(z.string())
                .describe('As `<name>=<value>`, by the metric dictionary.'),
            }),
          ),
          more: z.boolean().describe('Whether there are more than these.'),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await search.find(
        readVersionSearchRequest(input, dictionary),
        { credentials },
      );
      return {
        output: {
          versions: page.items.map(version => ({
            ref: `${version.model}@${version.label}`,
            owner: version.owner,
            createdAt: version.createdAt,
            aliases: version.aliases,
            assignments: version.assignments.map(
              ({ slot, target }) =>
                `${slot} in ${target.environment} (${target.segment})`,
            ),
            metrics: version.metrics.map(
              ({ name, value }) => `${name}=${value}`,
            ),
          })),
          more: page.nextCursor !== undefined,
        },
      };
    },
  });
}
