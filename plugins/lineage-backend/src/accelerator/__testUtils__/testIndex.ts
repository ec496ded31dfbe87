import fc from 'fast-check';
import { EdgeChange, EdgeIndex, EdgeRows } from '../EdgeIndex';

/** Ids of nodes of {@link histories} go up to it, and some that come later beyond. */
export const NODES = 60;
const node = fc.integer({ min: 1, max: NODES });
const environment = fc.nat({ max: 3 });

function edge(
  end: fc.Arbitrary<number>,
  leastOrigin: number,
): fc.Arbitrary<EdgeChange> {
  return fc.record({
    src: end,
    dst: end,
    environment_id: environment,
    origin: fc.integer({ min: leastOrigin, max: 3 }),
  });
}

/** One node with so many neighbours that not all of them are read at once. */
const fan = fc
  .record({
    hub: fc.integer({ min: 1, max: 3 }),
    others: fc.subarray(
      Array.from({ length: NODES }, (_, index) => index + 1),
      { minLength: 20 },
    ),
    environment_id: environment,
    origin: fc.integer({ min: 1, max: 3 }),
    outgoing: fc.boolean(),
  })
  .map(({ hub, others, outgoing, ...rest }) =>
    others.map((other): EdgeChange => {
      const [src, dst] = outgoing ? [hub, other] : [other, hub];
      return { src, dst, ...rest };
    }),
  );

/** Connections in four environments; some nodes have very many. */
const edges = fc
  .tuple(
    fc.array(edge(node, 1), { maxLength: 60 }),
    fc.array(fan, { minLength: 2, maxLength: 8 }),
  )
  .map(([single, fans]) => [...single, ...fans.flat()]);

/**
 * Connections, and what happens to them later. Some of it is of nodes that nothing was
 * known of before, and some of connections that are there.
 */
export const histories = edges.chain(known =>
  fc.record({
    known: fc.constant(known),
    changed: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      {
        weight: 5,
        arbitrary: fc.array(
          fc.oneof(
            edge(fc.integer({ min: 1, max: NODES + 10 }), 0),
            fc
              .record({
                before: fc.constantFrom(...known),
                origin: fc.nat({ max: 3 }),
              })
              .map(({ before, origin }) => ({ ...before, origin })),
          ),
          { maxLength: 30 },
        ),
      },
    ),
  }),
);

/** As the database holds them: each once, in order. */
export function indexOf(
  known: readonly EdgeChange[],
  options?: { manyConnections: number },
): EdgeIndex {
  const once = new Map(
    known.map(row => [`${row.src} ${row.dst} ${row.environment_id}`, row]),
  );
  const rows = new EdgeRows();
  [...once.values()]
    .sort(
      (a, b) =>
        a.src - b.src || a.dst - b.dst || a.environment_id - b.environment_id,
    )
    .forEach(row => rows.add(row));
  return rows.toIndex(options);
}

/** An observed connection that belongs to every environment. */
export function connect(src: number, dst: number): EdgeChange {
  return { src, dst, environment_id: 0, origin: 1 };
}
