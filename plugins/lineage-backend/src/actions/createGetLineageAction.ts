import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedLineageReader } from '../graph/AuthorizedLineageReader';
import { parseNodeId } from '../graph/nodeIds';

const rootWords =
  'Entity ref such as dataset:default/orders, or ol:dataset:<namespace>/<name> or ol:job:<namespace>/<name> with both parts percent-encoded.';

/** Lets agents read what is around a node. */
export function createGetLineageAction(options: {
  actionsRegistry: ActionsRegistryService;
  lineage: AuthorizedLineageReader;
}): void {
  const { actionsRegistry, lineage } = options;
  actionsRegistry.register({
    name: 'get-lineage',
    title: 'Get lineage',
    description:
      'Reads where the data of a dataset, job, feature view or model come from and what depends on it: nodes with their distance, and edges in the direction of the data. Only what you may see; `complete` is false when something was left out for that reason.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          root: z.string().min(1).max(16_000).describe(rootWords),
          direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
          depth: z.number().int().min(1).max(20).default(2).describe('Hops.'),
          kinds: z
            .array(z.string().max(100))
            .max(20)
            .optional()
            .describe(
              'Kinds to show: job, unmapped for datasets of no entity, and kinds of entities. Others are left out, and what they connect is connected directly.',
            ),
          environment: z
            .string()
            .min(1)
            .max(64)
            .optional()
            .describe(
              'Environment whose connections to follow; * for all. Left out: the usual one, such as production.',
            ),
          limit: z.number().int().min(1).max(300).default(100),
        }),
      output: z =>
        z.object({
          root: z.string(),
          environment: z.string(),
          otherEnvironments: z
            .array(z.string())
            .describe('Environments that have other connections of the root.'),
          nodes: z.array(
            z.object({
              id: z.string(),
              kind: z.enum(['entity', 'dataset', 'job']),
              name: z.string().optional(),
              upstream: z.number().optional().describe('Hops from the root.'),
              downstream: z.number().optional().describe('Hops from the root.'),
              lastRun: z.string().optional().describe('State of the last run.'),
              notShown: z
                .number()
                .describe('Neighbours that are not in the answer.'),
            }),
          ),
          edges: z.array(
            z.object({
              source: z.string(),
              target: z.string(),
              origin: z.enum(['observed', 'declared', 'both']),
              restricted: z
                .boolean()
                .describe('Leads through something you may not see.'),
            }),
          ),
          truncated: z.boolean(),
          complete: z.boolean(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { direction, depth, environment, limit } = input;
      const graph = await lineage.getGraph(
        {
          root: parseNodeId(input.root),
          depth: {
            upstream: direction === 'downstream' ? 0 : depth,
            downstream: direction === 'upstream' ? 0 : depth,
          },
          ...(input.kinds?.length && {
            kinds: new Set(input.kinds.map(kind => kind.toLowerCase())),
          }),
          ...(environment !== undefined && { environment }),
          limit,
        },
        { credentials },
      );
      return {
        output: {
          root: graph.root,
          environment: graph.environment,
          otherEnvironments: graph.environments
            .map(({ name }) => name)
            .filter(name => name !== graph.environment),
          nodes: graph.nodes.map(({ id, kind, name, lastRun, ...node }) => ({
            id,
            kind,
            name,
            ...node.distance,
            lastRun: lastRun?.state,
            notShown: node.hidden.upstream + node.hidden.downstream,
          })),
          edges: graph.edges.map(({ source, target, origin, restricted }) => ({
            source,
            target,
            origin,
            restricted: restricted ?? false,
          })),
          truncated: graph.truncated,
          complete: graph.complete,
        },
      };
    },
  });
}
