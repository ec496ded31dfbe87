import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ModelListService } from '../models/ModelListService';

/** Lets agents look for models. */
export function createFindModelsAction(options: {
  actionsRegistry: ActionsRegistryService;
  models: ModelListService;
}): void {
  const { actionsRegistry, models } = options;
  actionsRegistry.register({
    name: 'find-models',
    title: 'Find models',
    description:
      'Finds machine learning models of the catalog that you may see, with owner, lifecycle, risk tier, champions and latest version. Give words of the name or description, an owner, or both.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Words that stand in the name, title or description.'),
          owner: z
            .string()
            .max(250)
            .optional()
            .describe('Entity ref of the owner, such as group:default/fraud.'),
          limit: z.number().int().min(1).max(50).default(20),
        }),
      output: z =>
        z.object({
          models: z.array(
            z.object({
              ref: z.string(),
              title: z.string(),
              owner: z.string().optional(),
              type: z.string(),
              lifecycle: z.string(),
              tier: z.string().optional(),
              latestVersion: z.string().optional(),
              champions: z
                .array(z.string())
                .describe('As `<version> in <environment> (<segment>)`.'),
            }),
          ),
          more: z.boolean().describe('Whether there are more than these.'),
        }),
    },
    action: async ({ input, credentials }) => {
      const words = input.text?.trim();
      const page = await models.listModels(
        {
          filter: {
            ...(words ? { text: words } : {}),
            ...(input.owner ? { owners: [input.owner] } : {}),
          },
          mine: false,
          sort: { field: 'title', descending: false },
          limit: input.limit,
        },
        { credentials },
      );
      return {
        output: {
          models: page.items.map(item => ({
            ref: item.ref,
            title: item.title,
            owner: item.owner,
            type: item.type,
            lifecycle: item.lifecycle,
            tier: item.tier,
            latestVersion: item.latestVersion?.label,
            champions: item.champions.map(
              ({ version, target }) =>
                `${version} in ${target.environment} (${target.segment})`,
            ),
          })),
          more: page.nextCursor !== undefined,
        },
      };
    },
  });
}
