import fc from 'fast-check';
import {
  columnsFrom,
  dataset,
  datasetKey,
  ETL,
  facet,
  job,
  read,
  runEvent,
} from '../__testUtils__/events';
import { edgesOfRun } from '../edges/edgesOfRun';
import { RunFacts } from '../facts';
import { MAX_RUN_DATASETS } from '../limits';
import { mergeRunFacts } from './mergeRunFacts';
import { summarizeRun } from './summarizeRun';

const nothing: RunFacts = { inputs: {}, outputs: {} };
const name = fc.constantFrom('a', 'b', 'c', 'd');
const names = fc.uniqueArray(name, { maxLength: 3 });
const deleted = fc.constant(facet({ _deleted: true }));

const columnFacet = names.map(sources => columnsFrom(...sources).columnLineage);
const sourcesOf = (sources: string[]) =>
  sources.map(source => ({ ...dataset(source), type: 'DATASET' }));
const lineageFacet = names.map(sources =>
  facet({ inputs: sourcesOf(sources) }),
);
const entriesFacet = fc
  .array(fc.tuple(name, names), { maxLength: 3 })
  .map(entries =>
    facet({
      entries: entries.map(([target, sources]) => ({
        ...dataset(target),
        type: 'DATASET',
        inputs: [...sourcesOf(sources), { type: 'JOB' }],
      })),
    }),
  );
const snapshots = fc.constant(
  facet({ emissionPattern: { eventContentMode: 'COMPLETE_SNAPSHOT' } }),
);

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Present members only, as JSON has them. */
const record = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record(model)
    .map((value): Record<string, unknown> => JSON.parse(JSON.stringify(value)));

const version = names.map(([first]) => facet({ datasetVersion: first ?? '0' }));
const io = fc.array(
  fc
    .tuple(
      name,
      record({
        version: optional(version),
        columnLineage: optional(fc.oneof(columnFacet, deleted)),
        lineage: optional(fc.oneof(lineageFacet, deleted)),
      }),
    )
    .map(([of, facets]) => dataset(of, facets)),
  { maxLength: 3 },
);

const event = fc
  .tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'),
    io,
    io,
    record({
      lineage: optional(fc.oneof(entriesFacet, deleted)),
      jobType: optional(snapshots),
    }),
    record({
      errorMessage: optional(name.map(message => facet({ message }))),
      jobDependencies: optional(
        names.map(jobs =>
          facet({ upstream: jobs.map(of => ({ job: job(of) })) }),
        ),
      ),
      nominalTime: optional(
        fc.constant(facet({ nominalStartTime: '2026-11-25T00:00:00Z' })),
      ),
      tags: optional(
        names.map(keys => facet({ tags: keys.map(key => ({ key })) })),
      ),
      processing_engine: optional(
        name.map(tool => facet({ name: tool, version: '1' })),
      ),
      parent: optional(
        name.map(id => facet({ run: { runId: id }, job: job(id) })),
      ),
    }),
  )
  .map(([second, eventType, inputs, outputs, jobFacets, runFacets]) =>
    runEvent(
      {
        eventTime: `2026-11-25T08:00:0${second}Z`,
        eventType,
        inputs,
        outputs,
        job: { ...job('etl'), facets: jobFacets },
      },
      runFacets,
    ),
  );

const factsOf = (value: unknown): RunFacts => read(value).run?.facts ?? nothing;
const merge = (all: RunFacts[]) => all.reduce(mergeRunFacts, nothing);
const facts = fc
  .array(event, { maxLength: 4 })
  .map(all => merge(all.map(factsOf)));
const text = (value: unknown) => JSON.stringify(value);

describe('mergeRunFacts', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(text(mergeRunFacts(a, b))).toBe(text(mergeRunFacts(b, a)));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        expect(text(mergeRunFacts(mergeRunFacts(a, b), c))).toBe(
          text(mergeRunFacts(a, mergeRunFacts(b, c))),
        );
      }),
    );
  });

  it('is idempotent, and knows nothing as neutral', () => {
    fc.assert(
      fc.property(facts, fc.array(event, { minLength: 1 }), (a, events) => {
        expect(text(mergeRunFacts(a, a))).toBe(text(a));
        expect(text(mergeRunFacts(a, nothing))).toBe(text(a));
        const one = factsOf(events[0]);
        expect(text(mergeRunFacts(one, one))).toBe(text(one));
      }),
    );
  });

  it('makes the same of all orders and repetitions of events', () => {
    const shuffled = fc
      .array(event, { minLength: 1, maxLength: 7 })
      .chain(events =>
        fc.tuple(
          fc.constant(events),
          fc.array(fc.constantFrom(...events), { maxLength: 7 }).chain(more => {
            const all = [...events, ...more];
            return fc.shuffledSubarray(all, { minLength: all.length });
          }),
          fc.integer({ min: 0, max: 14 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([ordered, other, split]) => {
        const a = merge(ordered.map(factsOf));
        // In two parts, as two batches would come, and through JSON, as stored.
        const parts = [other.slice(0, split), other.slice(split)];
        const b = merge(
          parts.map(part => JSON.parse(text(merge(part.map(factsOf))))),
        );
        expect(text(b)).toBe(text(a));
        expect(edgesOfRun(ETL, b)).toEqual(edgesOfRun(ETL, a));
        expect(summarizeRun(b)).toEqual(summarizeRun(a));
      }),
      { numRuns: 300 },
    );
  });

  it('does not change what it merges', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const before = text([a, b]);
        mergeRunFacts(a, b);
        expect(text([a, b])).toBe(before);
      }),
    );
  });

  it('adds inputs and outputs, with the times they were first and last named', () => {
    const at = (second: number, inputs: string[]) =>
      factsOf(
        runEvent({
          eventTime: `2026-11-25T08:00:0${second}Z`,
          inputs: inputs.map(of => dataset(of)),
        }),
      );
    const merged = merge([at(3, ['b']), at(1, ['a', 'b']), at(2, [])]);
    expect(merged.inputs).toMatchObject({
      [datasetKey('a')]: {
        first: '2026-11-25T08:00:01.000000000Z',
        last: expect.stringMatching(/^2026-11-25T08:00:01/),
      },
      [datasetKey('b')]: {
        first: '2026-11-25T08:00:01.000000000Z',
        last: expect.stringMatching(/^2026-11-25T08:00:03/),
      },
    });
  });

  it('keeps a bounded number of datasets, the same in every order', () => {
    const batch = (from: number, length: number) =>
      factsOf(
        runEvent({
          inputs: Array.from({ length }, (_, i) =>
            dataset(`d${String(from + i).padStart(6, '0')}`),
          ),
        }),
      );
    const all = [batch(5_000, 10_000), batch(0, 10_000), batch(15_000, 5_000)];
    const full = merge(all);
    expect(Object.keys(full.inputs)).toHaveLength(MAX_RUN_DATASETS);
    expect(full.cut).toBeUndefined();

    const more = batch(19_999, 3);
    const cut = merge([...all, more]);
    expect(cut.cut).toBe(true);
    expect(Object.keys(cut.inputs)).toEqual(Object.keys(full.inputs));
    expect(text(merge([more, ...all.reverse()]))).toBe(text(cut));
  });
});
