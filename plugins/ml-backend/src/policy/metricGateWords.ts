import { MetricGateSettings, PolicyGate } from './PromotionPolicy';

const operators: Record<MetricGateSettings['op'], string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '==': 'exactly',
  between: 'between',
};

/** Whose number another one is compared with, for people. */
export const referenceWords: Record<
  NonNullable<MetricGateSettings['relativeTo']>,
  string
> = {
  champion: 'the champion',
  previous: 'the champion before the present one',
  baseline: 'the baseline',
};

/** What a metric gate demands, in one sentence. */
export function metricGateWords(gate: PolicyGate): string {
  const { metric, dataset, split, slice, everySliceOf, minSamples } = gate.with;
  const where = [
    dataset ? ` on ${dataset}` : '',
    split ? ` (${split})` : '',
    sliceWords(slice),
    everySliceOf ? ` for every value of ${everySliceOf}` : '',
  ].join('');
  const demands = [boundWords(gate.with), differenceWords(gate.with)].filter(
    words => words !== undefined,
  );
  const rows = minSamples ? `, on at least ${minSamples} rows` : '';
  const age = gate.maxEvidenceAge
    ? `, measured within ${gate.maxEvidenceAge}`
    : '';
  return `${metric}${where} is ${demands.join(' and ')}${rows}${age}${loneWords(gate.with)}`;
}

/** Which rows of a dataset are meant; nothing where it is all of them. */
export function sliceWords(slice: Record<string, string> = {}): string {
  const pairs = Object.entries(slice)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
  return pairs.length > 0 ? ` for ${pairs.join(', ')}` : '';
}

function boundWords({
  op,
  value,
  high,
}: MetricGateSettings): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const bound = op === 'between' ? `${value} and ${high}` : `${value}`;
  return `${operators[op]} ${bound}`;
}

function differenceWords(settings: MetricGateSettings): string | undefined {
  const { relativeTo, op, sameDatasetDigest } = settings;
  if (relativeTo === undefined) {
    return undefined;
  }
  const than = `than that of ${referenceWords[relativeTo]}`;
  const by = toleranceWords(settings);
  const isStrict = op === '>' || op === '<';
  const difference = isStrict
    ? `better ${than}${by && ` by more than ${by}`}`
    : `${by ? `at most ${by}` : 'not'} worse ${than}`;
  const data =
    sameDatasetDigest === false
      ? ' on data of the same name'
      : ' on the same data';
  return `${difference}${data}${significanceWords(settings)}`;
}

function toleranceWords({ tolerance = {} }: MetricGateSettings): string {
  const { absolute = 0, percent = 0 } = tolerance;
  return [
    ...(absolute > 0 ? [`${absolute}`] : []),
    ...(percent > 0 ? [`${percent} %`] : []),
  ].join(' or ');
}

function significanceWords({ significance }: MetricGateSettings): string {
  switch (significance?.test) {
    case 'ci-bound':
      return ', also at the worse ends of both confidence intervals together';
    case 'two-proportion-z':
      return `, with a risk of error of at most ${significance.alpha ?? 0.05}`;
    default:
      return '';
  }
}

function loneWords({ whenNoChampion }: MetricGateSettings): string {
  switch (whenNoChampion) {
    case 'pass':
      return '; without one it passes';
    case 'fail':
      return '; without one it fails';
    default:
      return '';
  }
}
