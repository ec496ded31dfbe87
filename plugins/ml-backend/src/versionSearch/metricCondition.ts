import { InputError } from '@backstage/errors';
import { MetricDictionary } from '../registry/MetricDictionary';
import { versionLimits } from '../registry/versionContent';

/** How a metric is compared with a number. */
export type MetricComparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** That some measurement of a version compares so with a number. */
export interface MetricCondition {
  /** Canonical name, after the metric dictionary. */
  name: string;
  comparator: MetricComparator;
  value: number;
}

// The name ends at the first sign; longer signs are looked for first.
const pattern = /^([^<>=!]+)(<=|>=|!=|<|>|=)(.*)$/s;
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const comparators: readonly MetricComparator[] = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
];

/**
 * Reads a condition such as `auc>=0.9`. Throws InputError that says which
 * part of the text is not understood.
 */
export function parseMetricCondition(
  text: string,
  dictionary: MetricDictionary,
): MetricCondition {
  const [, rawName = '', sign, rawValue = ''] = pattern.exec(text) ?? [];
  const comparator = comparators.find(known => known === sign);
  const name = rawName.trim();
  if (!comparator || name === '') {
    throw new InputError(
      `query.metric '${text}' is not of the form name>=number; the signs are ${comparators.join(' ')}`,
    );
  }
  if (name.length > versionLimits.name) {
    throw new InputError(
      `query.metric '${text}' has a name of ${name.length} characters; at most ${versionLimits.name} are stored`,
    );
  }
  const digits = rawValue.trim();
  const value = numberPattern.test(digits) ? Number(digits) : NaN;
  if (!Number.isFinite(value)) {
    throw new InputError(
      `query.metric '${text}' compares '${name}' with '${digits}', which is not a finite number such as 0.9`,
    );
  }
  return { name: dictionary.canonicalName(name), comparator, value };
}
