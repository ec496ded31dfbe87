import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { withKnex } from '../../databases/withKnex';
import { timeTogether } from '../../measuring/timeTogether';
import { Report } from '../../results/Report';
import { BareGraph } from './BareGraph';
import { EdgeTable } from './EdgeTable';
import { LayeredEdges, layeredEdges } from './layeredEdges';
import { MemoryGraph } from './MemoryGraph';
import { reportClosure } from './reportClosure';
import { reportMemory } from './reportMemory';
import { requireSameNodes } from './requireSameNodes';

/** How large the graph is, and how often it is walked. */
export interface ClosureSize {
  edges: number;
  rounds: number;
  warmUp: number;
}

/** Measures the walk to everything that depends on a node, where that is very much. */
export async function measureClosure(options: {
  newDatabase: () => BenchmarkDatabase;
  size: ClosureSize;
}): Promise<Report[]> {
  const database = options.newDatabase();
  const edges = layeredEdges(options.size.edges);
  const table = await EdgeTable.create(await database.open('lineage'), edges);
  try {
    return await withKnex(database, 'lineage', async knex => {
      const bare = timeBuilding(() => new BareGraph(edges));
      const start = performance.now();
      const memory = await MemoryGraph.read(knex);
      const readMs = performance.now() - start;
      try {
        const graphs = { memory, bare: bare.built, table, edges };
        const { title } = database;
        return [
          await compare(graphs, { size: options.size, title }),
          reportMemory(title, edges.src.length, {
            memory: { bytes: await memory.bytes(), readMs },
            bare: { bytes: bare.built.bytes, readMs: bare.ms },
            table: { bytes: await table.bytes() },
          }),
        ];
      } finally {
        await memory.close();
      }
    });
  } finally {
    await table.close();
  }
}

async function compare(
  graphs: {
    memory: MemoryGraph;
    bare: BareGraph;
    table: EdgeTable;
    edges: LayeredEdges;
  },
  options: { size: ClosureSize; title: BenchmarkDatabase['title'] },
): Promise<Report> {
  const { memory, bare, table, edges } = graphs;
  const { root } = edges;
  const expected = bare.reach(root);
  const levels = await memory.reach(root);
  requireSameNodes(
    'the walk in memory',
    expected,
    levels.flatMap(ids => [...ids]),
  );
  requireSameNodes('the recursive query', expected, await table.reach(root));
  const times = await timeTogether(
    [
      { name: 'memory', run: () => memory.reach(root) },
      { name: 'bare', run: async () => bare.reach(root) },
      { name: 'counted', run: () => table.countReached(root) },
      { name: 'sent', run: () => table.reach(root) },
    ],
    options.size,
  );
  const timesOf = (name: string) => times.get(name) ?? [];
  return reportClosure({
    database: options.title,
    reached: expected.length,
    edges: edges.src.length,
    memory: timesOf('memory'),
    bare: timesOf('bare'),
    counted: timesOf('counted'),
    sent: timesOf('sent'),
  });
}

function timeBuilding<T>(build: () => T): { built: T; ms: number } {
  const start = performance.now();
  const built = build();
  return { built, ms: performance.now() - start };
}
