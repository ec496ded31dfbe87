import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { LineageService } from '@understudy/plugin-lineage-node';
import { LineageConsumers } from './LineageConsumers';

const refs = Array.from(
  { length: 25 },
  (_, index) => `model:default/m${index}`,
);
const reader = 'dataset:default/report';

/** What lineage knows of a model: one job reads a field of it for the report. */
const answers = {
  impact: async ({ root }: { root: string }) => ({
    root,
    items: [{ id: reader, kind: 'entity', entityRef: reader, degree: 1 }],
    complete: true,
    truncated: false,
  }),
  fields: async ({ root }: { root: string }) => ({
    root,
    nodes: [],
    edges: [
      {
        source: { node: root, field: 'score' },
        target: { node: reader, field: 'x' },
        kind: 'direct',
      },
    ],
    complete: true,
    truncated: false,
  }),
  graph: async ({ root }: { root: string }) => ({
    root,
    nodes: [{ id: root, hidden: { upstream: 0, downstream: 0 } }],
    edges: [
      { source: root, target: 'ol:job:etl/one', origin: 'observed' },
      { source: 'ol:job:etl/one', target: reader, origin: 'observed' },
    ],
  }),
};
const found = async (root: string) => ({
  root,
  found: true,
  impact: await answers.impact({ root }),
  fields: await answers.fields({ root }),
  graph: await answers.graph({ root }),
});

async function notFound(): Promise<Error> {
  return await ResponseError.fromResponse(
    new Response('{}', { status: 404, statusText: 'Not Found' }),
  );
}

function openLineage(together?: jest.Mock) {
  const lineage: Record<string, jest.Mock> = {
    getImpact: jest.fn(answers.impact),
    getFields: jest.fn(answers.fields),
    getGraph: jest.fn(answers.graph),
    ...(together && { getNeighbourhoods: together }),
  };
  const logger = mockServices.logger.mock();
  const consumers = new LineageConsumers({
    lineage: lineage as Partial<LineageService> as LineageService,
    logger,
  });
  const requests = () =>
    Object.values(lineage).reduce(
      (sum, { mock }) => sum + mock.calls.length,
      0,
    );
  return { consumers, lineage, logger, requests };
}

describe('LineageConsumers', () => {
  const known = {
    consumers: new Map([[reader, { fields: ['score'] }]]),
    complete: true,
  };

  it('asks about many entities in a few requests', async () => {
    const { consumers, lineage, requests } = openLineage(
      jest.fn(async ({ roots }: { roots: string[] }) => ({
        items: await Promise.all(roots.map(found)),
      })),
    );
    expect(await consumers.readAll([...refs, refs[0]])).toEqual(
      new Map(refs.map(ref => [ref, known])),
    );
    expect(requests()).toBe(3);
    expect(
      lineage.getNeighbourhoods.mock.calls.map(([{ roots }]) => roots.length),
    ).toEqual([10, 10, 5]);
  });

  it('asks about each where lineage cannot answer of many', async () => {
    for (const together of [
      undefined,
      jest.fn().mockRejectedValue(await notFound()),
    ]) {
      const { consumers, requests } = openLineage(together);
      expect(await consumers.readAll(refs)).toEqual(
        new Map(refs.map(ref => [ref, known])),
      );
      expect(requests()).toBe(3 * refs.length + (together ? 3 : 0));
    }
  });

  it('tells what nothing is known of from what was not answered', async () => {
    const { consumers } = openLineage(
      jest.fn(async () => ({
        items: [await found(refs[0]), { root: refs[1], found: false }],
      })),
    );
    expect(await consumers.readAll(refs.slice(0, 3))).toEqual(
      new Map([
        [refs[0], known],
        [refs[1], { consumers: new Map(), complete: true }],
        [refs[2], { consumers: new Map(), complete: false }],
      ]),
    );
  });

  it('does not know who reads what, and says so once, while lineage is away', async () => {
    const { consumers, logger, requests } = openLineage(
      jest.fn().mockRejectedValue(new Error('ECONNREFUSED')),
    );
    const unknown = { consumers: new Map(), complete: false };
    expect(await consumers.readAll(refs.slice(0, 3))).toEqual(
      new Map(refs.slice(0, 3).map(ref => [ref, unknown])),
    );
    expect(requests()).toBe(1);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^Who reads 'model:default\/m0', 'model:default\/m1', 'model:default\/m2' is not known, .*ECONNREFUSED/,
        ),
      ],
    ]);
  });
});
