import type { Page, TestInfo } from '@playwright/test';

const MAIN_THREAD = 'CrRendererMain';
const TASK = 'RunTask';
const SHOWN = 3;

/** What we read of an event of a trace. Times are microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** By the clock. */
  dur?: number;
  /** Of the processor. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * Does something on a page and notes how long the longest tasks of its main thread
 * took. By the clock it is what people wait; on a machine that does other things as
 * well most of that is waiting for a processor, so what the tasks
 * need themselves is told beside it.
 */
export async function measureTasks<T>(
  page: Page,
  {
    testInfo,
    what,
  }: {
    testInfo: TestInfo;
    /** What is done, in words. */
    what: string;
  },
  act: () => Promise<T>,
): Promise<T> {
  const browser = page.context().browser();
  if (!browser) {
    throw new Error('The page belongs to no browser that can be traced');
  }
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
  });
  try {
    return await act();
  } finally {
    const trace = await browser.stopTracing();
    const tasks = mainThreadTasks(JSON.parse(trace.toString('utf8')));
    testInfo.annotations.push({
      type: `longest main-thread tasks while ${what}, ms`,
      description: [
        `by the clock ${longest(tasks.map(({ dur = 0 }) => dur))}`,
        `of the processor ${longest(tasks.map(({ tdur = 0 }) => tdur))}`,
      ].join('; '),
    });
  }
}

/** The tasks of the page; other pages of the browser have fewer. */
function mainThreadTasks(trace: { traceEvents: TraceEvent[] }): TraceEvent[] {
  const { traceEvents } = trace;
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Map<string, TraceEvent[]>(
    traceEvents
      .filter(
        ({ name, args }) =>
          name === 'thread_name' && args?.name === MAIN_THREAD,
      )
      .map(event => [threadOf(event), []]),
  );
  traceEvents
    .filter(({ name }) => name === TASK)
    .forEach(event => mains.get(threadOf(event))?.push(event));
  const [tasks = []] = [...mains.values()].sort((a, b) => b.length - a.length);
  return tasks;
}

function longest(microseconds: number[]): string {
  return microseconds
    .sort((a, b) => b - a)
    .slice(0, SHOWN)
    .map(time => Math.round(time / 1000))
    .join(', ');
}
