import { InputError } from '@backstage/errors';

import {
  dataset,
  datasetEvent,
  datasetKey,
  ETL,
  facet,
  hashOf,
  job,
  jobEvent,
  jobKey,
  read,
  runEvent,
} from '../__testUtils__/events';

const TIME = '2026-11-25T08:00:00.000000000Z';

type Path = string[];
type Parts = Record<string, unknown>;

function without(event: object, ...path: Path): unknown {
  const copy = structuredClone(event);
  delete parentOf(copy, path)[path[path.length - 1]];
  return copy;
}

function withValue(event: object, value: unknown, ...path: Path): unknown {
  const copy = structuredClone(event);
  parentOf(copy, path)[path[path.length - 1]] = value;
  return copy;
}

function parentOf(value: unknown, path: Path): Parts {
  return path
    .slice(0, -1)
    .reduce<unknown>((parent, key) => (parent as Parts)[key], value) as Parts;
}

describe('readOpenLineageEvent', () => {
  describe('tells kinds of events apart by their shape', () => {
    it('run, job and dataset', () => {
      expect(read(runEvent())).toMatchObject({ kind: 'run', job: ETL });
      expect(read(jobEvent())).toMatchObject({ kind: 'job', job: ETL });
      expect(read(datasetEvent({}))).toMatchObject({ kind: 'dataset' });
    });

    it('takes an event with all three for a run event, one with null for what it has', () => {
      const all = { ...datasetEvent({}), ...runEvent() };
      expect(read(all).kind).toBe('run');
      expect(read({ ...all, run: null }).kind).toBe('job');
      expect(read({ ...all, run: null, job: null }).kind).toBe('dataset');
    });

    it('whatever schemaURL says', () => {
      const event = jobEvent({
        schemaURL:
          'https://openlineage.io/spec/1-0-5/OpenLineage.json#/$defs/RunEvent',
      });
      expect(read(event).kind).toBe('job');
    });

    it('refuses what is none of them', () => {
      const { eventTime } = runEvent();
      expect(() => read({ eventTime })).toThrow(
        'event: an object has none of run, job and dataset',
      );
    });
  });

  it('stamps with time and hash', () => {
    const event = runEvent();
    expect(read(event)).toMatchObject({
      eventTime: TIME,
      stamp: `${TIME}|${hashOf(event).slice(0, 16)}`,
    });
  });

  it('does not care for properties it does not know', () => {
    const event = runEvent({ colour: 'blue', inputs: [dataset('orders')] });
    expect(read(event, true).run?.facts.inputs).toHaveProperty([
      datasetKey('orders'),
    ]);
  });

  it('remembers every name once', () => {
    const event = runEvent({
      inputs: [dataset('orders'), dataset('orders')],
      outputs: [dataset('orders'), dataset('Orders')],
    });
    expect(read(event).names).toEqual({
      [ETL]: { kind: 'job', ...job('etl') },
      [datasetKey('orders')]: { kind: 'dataset', ...dataset('orders') },
      [datasetKey('Orders')]: { kind: 'dataset', ...dataset('Orders') },
    });
  });

  describe('refuses, lenient and strict, naming the place and the value', () => {
    const io = { inputs: [dataset('a')], outputs: [dataset('b')] };
    const event = runEvent(io);

    it.each<[string, unknown]>([
      ['event: null is not an object', null],
      ['event is missing', undefined],
      ["event: 'START' is not an object", 'START'],
      ['event: a list of 0 is not an object', []],
      ['eventTime is missing', without(event, 'eventTime')],
      ['eventTime: 5 is not a text', withValue(event, 5, 'eventTime')],
      ["eventTime: 'now' is not a date", withValue(event, 'now', 'eventTime')],
      ['eventType: 1 is not a text', withValue(event, 1, 'eventType')],
      ["run: 'x' is not an object", withValue(event, 'x', 'run')],
      ['run.runId is missing', without(event, 'run', 'runId')],
      ['run.runId: 5 is not a', withValue(event, 5, 'run', 'runId')],
      ['job is missing', without(event, 'job')],
      ['job: a list of 0 is not an object', withValue(event, [], 'job')],
      ['job.namespace is missing', without(event, 'job', 'namespace')],
      ['job.name is missing', without(event, 'job', 'name')],
      ["job.name: '' is empty", withValue(event, '', 'job', 'name')],
      ['job.name: true is not a text', withValue(event, true, 'job', 'name')],
      ['job.facets: 3 is not an object', withValue(event, 3, 'job', 'facets')],
      ["inputs: 'a' is not a list", withValue(event, 'a', 'inputs')],
      ['inputs: an object is not a list', withValue(event, {}, 'inputs')],
      ['inputs[0]: null is not an object', withValue(event, [null], 'inputs')],
      [
        'inputs[0].namespace is missing',
        without(event, 'inputs', '0', 'namespace'),
      ],
      ['inputs[0].name is missing', without(event, 'inputs', '0', 'name')],
      [
        'outputs[0].namespace is missing',
        without(event, 'outputs', '0', 'namespace'),
      ],
      [
        'outputs[0].name: 1 is not a text',
        withValue(event, 1, 'outputs', '0', 'name'),
      ],
      [
        'outputs[0].facets: a list of 0 is not an object',
        withValue(event, [], 'outputs', '0', 'facets'),
      ],
      [
        "outputs[0].facets.x: 'y' is not an object",
        withValue(event, { x: 'y' }, 'outputs', '0', 'facets'),
      ],
      [
        'outputs[0].outputFacets: 1 is not an object',
        withValue(event, 1, 'outputs', '0', 'outputFacets'),
      ],
      ['dataset.name is missing', without(datasetEvent({}), 'dataset', 'name')],
      [
        'dataset.namespace is missing',
        without(datasetEvent({}), 'dataset', 'namespace'),
      ],
      ['job.name is missing', without(jobEvent(), 'job', 'name')],
      ['producer: 5 is not a', withValue(event, 5, 'producer')],
      ['schemaURL: false is not a', withValue(event, false, 'schemaURL')],
    ])('%s', (message, value) => {
      for (const strict of [false, true]) {
        expect(() => read(value, strict)).toThrow(InputError);
        expect(() => read(value, strict)).toThrow(message);
      }
    });
  });

  describe('refuses when strict only', () => {
    const event = runEvent({
      job: { ...job('etl'), facets: { x: facet({}) } },
    });

    it.each<[string, unknown]>([
      ['producer is missing', without(event, 'producer')],
      ['schemaURL is missing', without(event, 'schemaURL')],
      [
        "producer: 'airflow' is not a URI",
        withValue(event, 'airflow', 'producer'),
      ],
      ["run.runId: 'r1' is not a UUID", withValue(event, 'r1', 'run', 'runId')],
      [
        "eventType: 'PAUSE' is none of START, RUNNING",
        withValue(event, 'PAUSE', 'eventType'),
      ],
      [
        "eventTime: '2026-11-25T08:00:00' is not a date and time with time zone",
        withValue(event, '2026-11-25T08:00:00', 'eventTime'),
      ],
      [
        'job.facets.x._producer is missing',
        without(event, 'job', 'facets', 'x', '_producer'),
      ],
      [
        'job.facets.x._schemaURL is missing',
        without(event, 'job', 'facets', 'x', '_schemaURL'),
      ],
      [
        'job.facets.x: null is not an object',
        withValue(event, null, 'job', 'facets', 'x'),
      ],
    ])('%s', (message, value) => {
      expect(read(value, false).kind).toBe('run');
      expect(() => read(value, true)).toThrow(InputError);
      expect(() => read(value, true)).toThrow(message);
    });
  });

  it('takes a run event without type, or of a new one, for OTHER', () => {
    for (const eventType of [undefined, null, 'PAUSE']) {
      expect(read(runEvent({ eventType })).run?.facts).toEqual({
        first: TIME,
        last: expect.stringContaining(TIME),
        inputs: {},
        outputs: {},
      });
    }
  });

  it('refuses an event of the day after tomorrow', () => {
    expect(() => read(runEvent({ eventTime: '2026-11-27T00:00:00Z' }))).toThrow(
      "eventTime: '2026-11-27T00:00:00Z' is more than 24 hours after now",
    );
  });

  it('reads declared inputs and outputs of a job event', () => {
    const facts = read(
      jobEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }),
    );
    expect(Object.keys(facts.declared?.inputs ?? {})).toEqual([
      datasetKey('a'),
    ]);
    expect(Object.keys(facts.declared?.outputs ?? {})).toEqual([
      datasetKey('b'),
    ]);
    expect(facts.run).toBeUndefined();
  });

  it('takes a job event without both for one about facets only', () => {
    expect(read(jobEvent()).declared).toBeUndefined();
    expect(read(jobEvent({ inputs: null })).declared).toBeUndefined();
    expect(read(jobEvent({ inputs: [] })).declared).toEqual({
      inputs: {},
      outputs: {},
    });
    const lineage = facet({ entries: [] });
    const event = jobEvent({ job: { ...job('etl'), facets: { lineage } } });
    expect(read(event).declared?.entries?.value).toEqual([]);
    expect(jobKey('etl')).toBe(ETL);
  });
});
