import { median } from '../measuring/quantile';
import { Report } from '../results/Report';
import { catalogKinds, MeasuredKind } from './kinds';
import { RoundResult } from './measureProcessing';
import { Span } from './ProcessingMeter';

type Clock = 'seconds' | 'cpuSeconds';

/** At least as fast as this share of the platform's own kind. */
const PROMISE = 0.9;

const clocks: Record<Clock, string> = {
  seconds: 'the clock',
  cpuSeconds: 'processor time',
};

const names: Record<MeasuredKind, string> = {
  Component: 'Component',
  Model: 'Model',
  Dataset: 'Dataset',
  FeatureView: 'FeatureView with its Features',
};

/**
 * Compares the kinds round by round.
 *
 * @param time - which clock counts
 */
export function reportProcessing(
  database: string,
  results: readonly RoundResult[],
  time: Clock,
): Report {
  const perSecond = (span: Span) => span.entities / span[time];
  const of = (kind: MeasuredKind) =>
    results.filter(result => result.kind === kind);
  const ratio = (kind: MeasuredKind, phase: 'ingest' | 'refresh') =>
    median(
      of(kind).map(
        (result, round) =>
          perSecond(result[phase]) / perSecond(of('Component')[round][phase]),
      ),
    );
  const ours = catalogKinds.filter(kind => kind !== 'Component');
  return {
    title: `Catalog processing on ${database}, by ${clocks[time]}`,
    columns: [
      'kind',
      'new entities/s',
      'ratio to Component',
      'unchanged entities/s',
      'ratio to Component',
    ],
    rows: catalogKinds.map(kind => [
      names[kind],
      median(of(kind).map(({ ingest }) => perSecond(ingest))).toFixed(0),
      ratio(kind, 'ingest').toFixed(2),
      median(of(kind).map(({ refresh }) => perSecond(refresh))).toFixed(0),
      ratio(kind, 'refresh').toFixed(2),
    ]),
    missed: ours
      .filter(kind => ratio(kind, 'ingest') < PROMISE)
      .map(
        kind =>
          `New entities of kind ${kind} are processed at ${ratio(kind, 'ingest').toFixed(2)} of the speed of Components on ${database}; promised is ${PROMISE}`,
      ),
  };
}
