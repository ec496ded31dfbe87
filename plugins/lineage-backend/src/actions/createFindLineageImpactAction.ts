import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseNodeId } from '../graph/nodeIds';
import { ImpactService } from '../impact/ImpactService';

const MOST_OWNERS = 100;

/** Lets agents ask what a change touches. */
export function createFindLineageImpactAction(options: {
  actionsRegistry: ActionsRegistryService;
  impact: ImpactService;
}): void {
  const { actionsRegistry, impact } = options;
  actionsRegistry.register({
    name: 'find-lineage-impact',
    title: 'Find lineage impact',
    description:
      'Answers "what breaks if I change this": everything that depends on a dataset, job, feature view or model, nearest first, and which teams own it. Only what you may see; `complete` is false when something was left out for that reason.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          root: z
            .string()
            .min(1)
            .max(16_000)
            .describe(
              'Entity ref such as dataset:default/orders, or ol:dataset:<namespace>/<name> or ol:job:<namespace>/<name> with both parts percent-encoded.',
            ),
          direction: z
            .enum(['upstream', 'downstream'])
            .default('downstream')
            .describe('upstream: what it depends on instead.'),
          environment: z
            .string()
            .min(1)
            .max(64)
            .optional()
            .describe(
              'Environment whose connections to follow; * for all. Left out: the usual one, such as production.',
            ),
          limit: z.number().int().min(1).max(200).default(50),
        }),
      output: z =>
        z.object({
          root: z.string(),
          environment: z.string(),
          items: z.array(
            z.object({
              id: z.string(),
              title: z.string().optional(),
              kind: z.string(),
              degree: z.number().describe('Hops; 1 is a direct consumer.'),
              owner: z.string().optional(),
              lifecycle: z.string().optional(),
            }),
          ),
          owners: z.array(
            z.object({
              owner: z.string().optional().describe('Missing: nobody.'),
              items: z.number(),
              nearest: z.number(),
            }),
          ),
          totalItems: z.number(),
          totalInProduction: z.number(),
          totalOwners: z.number(),
          truncated: z.boolean(),
          complete: z.boolean(),
        }),
    },
    action: async ({ input, credentials }) => {
      const found = await impact.get(
        {
          root: parseNodeId(input.root),
          direction: input.direction,
          ...(input.environment !== undefined && {
            environment: input.environment,
          }),
        },
        { credentials, limit: input.limit },
      );
      return {
        output: {
          root: found.root,
          environment: found.environment,
          items: found.items.map(item => ({
            id: item.id,
            title: item.title ?? item.name,
            kind: item.entityKind ?? item.kind,
            degree: item.degree,
            owner: item.owner,
            lifecycle: item.lifecycle,
          })),
          owners: found.owners.slice(0, MOST_OWNERS),
          totalItems: found.totals.items,
          totalInProduction: found.totals.production,
          totalOwners: found.totals.owners,
          truncated: found.truncated,
          complete: found.complete,
        },
      };
    },
  });
}
