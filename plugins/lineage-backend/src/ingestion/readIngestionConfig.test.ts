import { ConfigReader } from '@backstage/config';
import { readIngestionConfig } from './readIngestionConfig';

const DAY_MS = 24 * 60 * 60 * 1000;
const read = (lineage: object) =>
  readIngestionConfig(new ConfigReader({ lineage: { ...lineage } }));

describe('readIngestionConfig', () => {
  it('has something for everything that is not set', () => {
    expect(readIngestionConfig(new ConfigReader({}))).toEqual({
      edgeWindowMs: 30 * DAY_MS,
      strict: false,
      maxBacklog: 1_000_000,
      topics: [],
      keepEventsMs: 90 * DAY_MS,
      keepRunsMs: 400 * DAY_MS,
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        edgeWindow: 'P1W',
        ingest: { strict: true, maxBacklog: 5 },
        events: { topics: ['openlineage'] },
        retention: { events: 'PT12H', runs: 'P1M' },
      }),
    ).toEqual({
      edgeWindowMs: 7 * DAY_MS,
      strict: true,
      maxBacklog: 5,
      topics: ['openlineage'],
      keepEventsMs: DAY_MS / 2,
      keepRunsMs: 30 * DAY_MS,
    });
  });

  it.each([
    [{ edgeWindow: '30 days' }, "lineage.edgeWindow is '30 days'"],
    [{ edgeWindow: 'PT0S' }, "lineage.edgeWindow is 'PT0S'"],
    [{ retention: { runs: '-P1D' } }, "lineage.retention.runs is '-P1D'"],
    [{ ingest: { maxBacklog: 0.5 } }, 'lineage.ingest.maxBacklog is 0.5'],
  ])('refuses %j', (lineage, message) => {
    expect(() => read(lineage)).toThrow(message);
  });
});
