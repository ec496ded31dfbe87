import { LineageFields } from '@understudy/plugin-lineage-common';
import { dataset, runEvent } from '../../__testUtils__/runEvent';

/** Fields that something is made from, each with its dataset, and how it decides if it does. */
export type Inputs = [name: string, field: string, how?: string][];

/** A run that makes fields of one dataset from fields of others. */
export function makes(
  output: string,
  fields: Record<string, Inputs>,
  options: { time?: string; whole?: Inputs; lineage?: object } = {},
) {
  const toFields = (inputs: Inputs) =>
    inputs.map(([name, field, subtype]) => ({
      namespace: 'db',
      name,
      field,
      ...(subtype && { transformations: [{ type: 'INDIRECT', subtype }] }),
    }));
  return runEvent({
    job: `make.${output}`,
    time: options.time,
    inputs: [
      ...new Set(
        Object.values(fields)
          .flat()
          .map(([name]) => name),
      ),
    ].map(name => dataset(name)),
    outputs: [
      dataset(output, {
        columnLineage: {
          fields: Object.fromEntries(
            Object.entries(fields).map(([field, inputs]) => [
              field,
              { inputFields: toFields(inputs) },
            ]),
          ),
          dataset: toFields(options.whole ?? []),
        },
        ...(options.lineage && { lineage: options.lineage }),
      }),
    ],
  });
}

/** The node id of a dataset in short. */
export function shortId(node: string): string {
  return node.replace('ol:dataset:db/', '').replace('dataset:default/', '@');
}

/** In words: `orders.price > sums.total`. */
export function edgesOf({ edges }: LineageFields): string[] {
  return edges.map(({ source, target, kind, how, within, restricted }) => {
    const [from, to] = [source, target].map(
      end => `${shortId(end.node)}.${end.field ?? '*'}`,
    );
    const words = [restricted ? 'restricted' : kind, ...(how ?? [])];
    return [from, '>', to, ...words, ...(within ? ['within'] : [])].join(' ');
  });
}
