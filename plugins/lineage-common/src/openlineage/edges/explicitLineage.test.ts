import {
  columnsFrom,
  dataset,
  facet,
  job,
  runEvent,
} from '../__testUtils__/events';
import {
  datasets,
  edges,
  from,
  fromJob,
  fromOwnJob,
  withEntries,
} from '../__testUtils__/edges';

type Parts = Record<string, unknown>;

const lineage = (...inputs: Parts[]) => ({ lineage: facet({ inputs }) });

describe('edges of a run with the lineage facet of a dataset', () => {
  it('leads from its sources only, whatever columns say', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b'),
          outputs: [
            dataset('x', { ...columnsFrom('a'), ...lineage(from('b')) }),
          ],
        }),
      ),
    ).toEqual(['b -> [x]', '[x] -> x']);
  });

  it('without sources leads from nowhere', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a'),
          outputs: [dataset('x', lineage())],
        }),
      ),
    ).toEqual(['[x] -> x']);
  });

  it('with the job itself as its source leads from the job as its maker', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a'),
          outputs: [dataset('x', lineage(fromOwnJob))],
        }),
      ),
    ).toEqual(['[x] -> x']);
  });

  it('leads straight from another job', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b'),
          outputs: [dataset('x', lineage(from('a'), fromJob('other')))],
        }),
      ),
    ).toEqual(['a -> [x]', 'other -> x', '[x] -> x']);
  });

  it('does not call the job a maker where all sources are other jobs', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a'),
          outputs: [dataset('x', lineage(fromJob('other')))],
        }),
      ),
    ).toEqual(['other -> x']);
  });
});

describe('edges of a run with the lineage facet of the job', () => {
  const io = { inputs: datasets('a', 'b'), outputs: datasets('x', 'y') };

  it('has no connections but those of its entries', () => {
    expect(
      edges(
        runEvent({
          ...io,
          job: withEntries({ ...from('x'), inputs: [from('a')] }),
        }),
      ),
    ).toEqual(['a -> [x]', '[x] -> x']);
    expect(edges(runEvent({ ...io, job: withEntries() }))).toEqual([]);
    expect(
      edges(runEvent({ inputs: datasets('a'), job: withEntries() })),
    ).toEqual([]);
  });

  it('beats column lineage', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b'),
          outputs: [dataset('x', columnsFrom('a'))],
          job: withEntries({ ...from('x'), inputs: [from('b')] }),
        }),
      ),
    ).toEqual(['b -> [x]', '[x] -> x']);
  });

  it('leaves column lineage to outputs that it does not describe, and guesses nothing', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b', 'c'),
          outputs: [
            dataset('x', columnsFrom('a')),
            dataset('y', columnsFrom('b')),
            dataset('z'),
          ],
          job: withEntries({ ...from('x'), inputs: [from('c')] }),
        }),
      ),
    ).toEqual(['b -> [y]', 'c -> [x]', '[x] -> x', '[y] -> y']);
  });

  it('is plain where an entry names all inputs', () => {
    expect(
      edges(
        runEvent({
          ...io,
          job: withEntries({ ...from('x'), inputs: [from('a'), from('b')] }),
        }),
      ),
    ).toEqual(['a -> etl', 'b -> etl', 'etl -> x']);
  });

  it('has targets that are no outputs, and joins entries of one target', () => {
    expect(
      edges(
        runEvent({
          job: withEntries(
            { ...from('z'), inputs: [from('a')] },
            { ...from('z'), fields: { f: { inputs: [from('b')] } } },
          ),
        }),
      ),
    ).toEqual(['a -> etl', 'b -> etl', 'etl -> z']);
  });

  it('joins what a dataset says of itself', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b', 'c'),
          outputs: [
            dataset('x', lineage(from('b'))),
            dataset('y', lineage(from('c'))),
          ],
          job: withEntries({ ...from('x'), inputs: [from('a')] }),
        }),
      ),
    ).toEqual(['a -> [x]', 'b -> [x]', 'c -> [y]', '[x] -> x', '[y] -> y']);
  });

  it('leads into jobs', () => {
    expect(
      edges(
        runEvent({
          job: withEntries(
            { type: 'JOB', inputs: [from('a'), fromJob('before')] },
            { ...fromJob('load'), inputs: [from('b'), fromOwnJob] },
            { ...fromJob('etl'), inputs: [fromOwnJob, fromJob('etl')] },
          ),
        }),
      ),
    ).toEqual(['a -> etl', 'b -> load', 'before -> etl', 'etl -> load']);
  });

  it('is over once it was deleted', () => {
    const at = (second: number, parts: Parts) =>
      runEvent({ eventTime: `2026-11-25T08:00:0${second}Z`, ...parts });
    const deleted = {
      ...job('etl'),
      facets: { lineage: facet({ _deleted: true }) },
    };
    expect(
      edges(
        at(1, { inputs: datasets('a'), outputs: datasets('x') }),
        at(2, { job: withEntries() }),
        at(3, { job: deleted }),
      ),
    ).toEqual(['a -> etl', 'etl -> x']);
  });
});
