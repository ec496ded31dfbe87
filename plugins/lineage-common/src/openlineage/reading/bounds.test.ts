import { nameKey } from '../names';
import {
  dataset,
  datasetEvent,
  datasetKey,
  facet,
  hashOf,
  job,
  jobEvent,
  NOW,
  read,
  RUN_ID,
  runEvent,
} from '../__testUtils__/events';
import { readOpenLineageEvent } from './readOpenLineageEvent';

describe('reading of events with much or odd content', () => {
  describe('bounds', () => {
    it.each([
      ['namespace', 1_024],
      ['name', 4_096],
    ])('%s of %d characters', (part, most) => {
      const event = (length: number) =>
        jobEvent({ job: { ...job('etl'), [part]: 'x'.repeat(length) } });
      expect(read(event(most)).kind).toBe('job');
      expect(() => read(event(most + 1))).toThrow(
        `job.${part}: '${'x'.repeat(80)}...' has ${most + 1} characters, of ${most} allowed`,
      );
    });

    it.each(['inputs', 'outputs'])('10,000 %s', side => {
      const event = (length: number) =>
        runEvent({
          [side]: Array.from({ length }, (_, i) => dataset(`d${i}`)),
        });
      expect(read(event(10_000)).kind).toBe('run');
      expect(() => read(event(10_001))).toThrow(
        `${side}: a list of 10001 is more than the 10000 allowed`,
      );
    });

    it('256 characters of the name of a facet', () => {
      const event = (length: number) =>
        datasetEvent({ ['f'.repeat(length)]: facet({}) });
      expect(read(event(256)).facets).toHaveLength(1);
      expect(() => read(event(257))).toThrow(
        'name of a facet in dataset.facets: ',
      );
    });

    it('1,000 facets', () => {
      const facets = Object.fromEntries(
        Array.from({ length: 1_001 }, (_, i) => [`f${i}`, facet({})]),
      );
      expect(() => read(datasetEvent(facets))).toThrow(
        'dataset.facets: an object has 1001 facets, of 1000 allowed',
      );
    });
  });

  it.each([
    ['NUL', 'a\u0000b', "'a\\u0000b'"],
    ['a line break', 'a\nb', "'a\\u000ab'"],
    ['an escape', 'a\u001b[31m', "'a\\u001b[31m'"],
    ['a C1 control', 'a\u009b', "'a\\u009b'"],
    ['half of a pair', 'a\ud83d', "'a\\ud83d'"],
    ['the other half', '\ude00a', "'\\ude00a'"],
  ])('refuses %s in a name, and shows it without harm', (_, name, shown) => {
    expect(() => read(runEvent({ inputs: [dataset(name)] }))).toThrow(
      `inputs[0].name: ${shown} has control characters or half of a surrogate pair`,
    );
    expect(() => read(jobEvent({ job: job(name) }))).toThrow(
      `job.name: ${shown}`,
    );
    expect(() => read(datasetEvent({ [name]: facet({}) }))).toThrow(
      `name of a facet in dataset.facets: ${shown}`,
    );
  });

  it('keeps any other name exactly as it is', () => {
    for (const name of ['Ünïcode 表 😀', ' x ', 'S3://A/../b', "'; drop --"]) {
      expect(read(runEvent({ inputs: [dataset(name)] })).names).toHaveProperty([
        datasetKey(name),
      ]);
    }
  });

  it('takes __proto__ and constructor for names like any others', () => {
    const event = JSON.parse(`{
      "eventTime": "2026-11-25T08:00:00Z",
      "run": {"runId": "${RUN_ID}", "facets": {"__proto__": {"a": 1}}},
      "job": {"namespace": "__proto__", "name": "constructor",
              "facets": {"__proto__": {"polluted": true}, "constructor": {"b": 1}}},
      "inputs": [{"namespace": "__proto__", "name": "__proto__"}],
      "outputs": [{"namespace": "x", "name": "toString", "facets": {
        "columnLineage": {"fields": {"__proto__": {"inputFields": [
          {"namespace": "__proto__", "name": "hasOwnProperty", "field": "__proto__"}]}}}}}],
      "__proto__": {"run": 5}
    }`);
    const facts = read(event);
    const owner = nameKey({
      kind: 'job',
      namespace: '__proto__',
      name: 'constructor',
    });
    expect(Object.values(facts.names)).toHaveLength(4);
    expect(facts.facets.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'columnLineage',
    ]);
    expect(facts.facets[0]).toEqual({
      node: owner,
      name: '__proto__',
      value: { polluted: true },
    });
    expect(Object.keys(facts.run?.facts.inputs ?? {})).toHaveLength(1);
    expect({}).not.toHaveProperty('polluted');
    expect(JSON.parse(JSON.stringify(facts))).toEqual(
      JSON.parse(JSON.stringify(read(event))),
    );
  });

  it('shortens what it shows of a place', () => {
    const column = `c\u0007${'x'.repeat(10_000)}`;
    const facets = { columnLineage: { fields: { [column]: 5 } } };
    const reading = () => read(runEvent({ outputs: [dataset('a', facets)] }));
    expect(reading).toThrow(
      'outputs[0].facets.columnLineage.fields.c\\u0007xxx',
    );
    expect(reading).toThrow(/^.{400,480}5 is not an object$/);
  });

  it('reads wide and deep events', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [
        `c${i}`,
        { inputFields: [{ ...dataset(`d${i % 7}`), field: 'x' }] },
      ]),
    );
    let nested: unknown = 'x';
    for (let i = 0; i < 100_000; i++) {
      nested = [nested];
    }
    const facets = { columnLineage: { fields }, custom: { nested } };
    const facts = readOpenLineageEvent(
      runEvent({ outputs: [dataset('a', facets)] }),
      { hash: hashOf('wide and deep'), now: NOW },
    );
    expect(
      facts.run?.facts.outputs[datasetKey('a')].columns?.value,
    ).toHaveLength(7);
  });

  it('refuses more columns than it would go through', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100_001 }, (_, i) => [`c${i}`, {}]),
    );
    expect(() =>
      read(
        runEvent({ outputs: [dataset('a', { columnLineage: { fields } })] }),
      ),
    ).toThrow(
      'outputs[0].facets.columnLineage.fields: an object has 100001 columns, of 100000 allowed',
    );
  });
});
