import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { waitForRest } from '../../measuring/waitForRest';
import { Report } from '../../results/Report';
import { PortalMemory } from '../portal/PortalMemory';
import { GraphPortal, startGraphPortal } from '../reads/GraphPortal';
import { csvForm, ImpactForm, jsonForm } from './impactForms';
import { receive, Received } from './receive';
import { FormCost, reportCsv } from './reportCsv';

/** How much is sent, and how often. */
export interface CsvSize {
  /** Of the graph: from some 55,000 on there is more than is sent. */
  jobs: number;
  /** Begin when the portal has done all that it does after its start. */
  isAtRest: boolean;
  rounds: number;
  warmUp: number;
}

/** As much as the backend writes into a file, and as much as it puts into one list. */
const MOST_ROWS = 100_000;
const MOST_ITEMS = 20_000;

/** Measures everything that depends on the dataset that most jobs read, as a file. */
export async function measureCsv(options: {
  newDatabase: () => BenchmarkDatabase;
  size: CsvSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size, logFile } = options;
  const database = newDatabase();
  const portal = await startGraphPortal({
    database,
    jobs: size.jobs,
    logFile,
  });
  try {
    if (size.isAtRest) {
      await waitForRest();
    }
    return [await compare(portal, { size, title: database.title })];
  } finally {
    await portal.stop();
  }
}

async function compare(
  portal: GraphPortal,
  options: { size: CsvSize; title: string },
): Promise<Report> {
  const { size, title } = options;
  const rows = requireItems(
    portal,
    await ask(portal, csvForm),
    await ask(portal, jsonForm),
  );
  const memory = new PortalMemory(portal);
  const file = newCost(csvForm);
  const list = newCost(jsonForm);
  for (let round = -size.warmUp; round < size.rounds; round += 1) {
    for (const { form, cost } of [
      { form: csvForm, cost: file },
      { form: jsonForm, cost: list },
    ]) {
      const received = await ask(portal, form);
      const growth = await memory.growthDuring(() => ask(portal, form));
      if (round >= 0) {
        cost.bytes = received.bytes;
        cost.firstByteMs.push(received.firstByteMs);
        cost.totalMs.push(received.totalMs);
        cost.growthBytes.push(...(growth === undefined ? [] : [growth]));
      }
    }
  }
  const cut = rows === MOST_ROWS ? ', as far as the backend walks' : '';
  return reportCsv(
    `What depends on one dataset: ${rows} rows${cut}, beside a list of at most ${MOST_ITEMS}, on ${title}`,
    file,
    list,
  );
}

interface GrowingCost extends FormCost {
  firstByteMs: number[];
  totalMs: number[];
  growthBytes: number[];
}

function newCost({ name }: ImpactForm): GrowingCost {
  return { name, bytes: 0, firstByteMs: [], totalMs: [], growthBytes: [] };
}

async function ask(
  { url, token, seeded }: GraphPortal,
  { accept }: ImpactForm,
): Promise<Received> {
  const { graph, names } = seeded;
  const query = new URLSearchParams({
    root: names.apiId(graph.roots.hub),
    limit: `${MOST_ITEMS}`,
  });
  return await receive({
    url: `${url}/api/lineage/impact?${query}`,
    token,
    accept,
  });
}

/**
 * Both list what depends on the dataset, the list the nearest of it. Answers how
 * many rows the file has.
 */
function requireItems(
  { seeded }: GraphPortal,
  file: Received,
  list: Received,
): number {
  const { graph, adjacency, names } = seeded;
  const reached = adjacency.reach(graph.roots.hub, 'downstream');
  const ids = new Set([...reached].map(node => names.apiId(node)));
  ids.delete(names.apiId(graph.roots.hub));
  const items = new Set(csvForm.itemsOf(file.text));
  const listed = jsonForm.itemsOf(list.text);
  const strangers = [...items, ...listed].filter(item => !ids.has(idOf(item)));
  const rows = Math.min(ids.size, MOST_ROWS);
  const most = Math.min(ids.size, MOST_ITEMS);
  if (items.size !== rows || listed.length !== most || strangers.length > 0) {
    throw new Error(
      `The file has ${items.size} rows and the list ${listed.length}, not ${rows} and ${most}; ${strangers.length} do not belong there: ${strangers[0]}`,
    );
  }
  return rows;
}

/** Of `<degree> <id>`. */
function idOf(item: string): string {
  return item.slice(item.indexOf(' ') + 1);
}
