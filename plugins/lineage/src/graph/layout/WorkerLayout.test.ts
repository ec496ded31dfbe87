import { LayoutWorker } from './createLayoutWorker';
import { arrangeInLayers } from './layered/arrangeInLayers';
import { LayoutTask } from './messages';
import { WorkerLayout } from './WorkerLayout';

const graph = {
  nodes: [
    { width: 200, height: 60 },
    { width: 200, height: 60 },
  ],
  edges: [[0, 1]] as const,
};

/** A worker that does with a task what the test says. */
class FakeWorker extends EventTarget implements LayoutWorker {
  tasks: LayoutTask[] = [];
  ended = false;
  readonly #act: (task: LayoutTask, worker: FakeWorker) => void;

  constructor(act: (task: LayoutTask, worker: FakeWorker) => void) {
    super();
    this.#act = act;
  }

  postMessage(task: LayoutTask) {
    this.tasks.push(task);
    this.#act(task, this);
  }

  terminate() {
    this.ended = true;
  }

  answer({ id, graph: asked }: LayoutTask) {
    const arrangement = arrangeInLayers(asked);
    this.dispatchEvent(
      new MessageEvent('message', { data: { id, arrangement } }),
    );
  }
}

function layoutWith(act: (task: LayoutTask, worker: FakeWorker) => void) {
  const workers: FakeWorker[] = [];
  const layout = new WorkerLayout({
    createWorker: () => {
      workers.push(new FakeWorker(act));
      return workers[workers.length - 1];
    },
  });
  return { layout, workers };
}

describe('WorkerLayout', () => {
  it('has a worker arrange the graph, and the same one the next', async () => {
    const { layout, workers } = layoutWith((task, worker) =>
      worker.answer(task),
    );
    const first = await layout.layout(graph);
    expect(first.reason).toBeUndefined();
    expect(first.quality).toBe('full');
    expect(first.positions[1][0]).toBeGreaterThan(first.positions[0][0]);
    await layout.layout(graph);
    expect(workers).toHaveLength(1);
    expect(workers[0].tasks.map(({ graph: asked }) => asked)).toEqual([
      graph,
      graph,
    ]);
  });

  describe('when time runs out', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('arranges simply, and ends the late worker', async () => {
      const { layout, workers } = layoutWith(() => {});
      const waiting = layout.layout(graph);
      await jest.advanceTimersByTimeAsync(4_000);
      const result = await waiting;
      expect(result.quality).toBe('simple');
      expect(result.reason?.name).toBe('DeadlineError');
      expect(result.positions).toHaveLength(2);
      expect(workers).toHaveLength(1);
      expect(workers[0].ended).toBe(true);
    });
  });

  it.each([
    [
      'there are no workers',
      () =>
        new WorkerLayout({
          createWorker: () => {
            throw new Error('Worker is not defined');
          },
        }),
    ],
    [
      'its script cannot be loaded',
      () =>
        layoutWith((_, worker) => {
          worker.dispatchEvent(new ErrorEvent('error'));
        }).layout,
    ],
    [
      'it fails',
      () =>
        layoutWith(({ id }, worker) => {
          worker.dispatchEvent(
            new MessageEvent('message', { data: { id, error: 'Too deep' } }),
          );
        }).layout,
    ],
  ])('arranges simply when %s', async (_, create) => {
    const result = await create().layout(graph);
    expect(result.quality).toBe('simple');
    expect(result.reason?.message).toEqual(expect.any(String));
    expect(result.positions).toHaveLength(2);
  });

  it('ends the worker of whoever no longer waits', async () => {
    const { layout, workers } = layoutWith(() => {});
    const controller = new AbortController();
    const waiting = layout.layout(graph, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toThrow('aborted');
    expect(workers[0].ended).toBe(true);
  });
});
