import { FoundVersion } from '@understudy/plugin-ml-common';
import { guardFormula } from '../../intake/csv/formulaGuard';

/** The columns of an exported file, in their order. */
export const versionCsvColumns = [
  'model',
  'owner',
  'label',
  'createdAt',
  'createdBy',
  'digest',
  'digestStrength',
  'variant',
  'aliases',
  'assignments',
  'metrics',
  'source',
  'record',
  'goneSince',
  'description',
  'id',
] as const;

type Column = (typeof versionCsvColumns)[number];

/** A row of an exported file. Lists are joined with a semicolon. */
export function toCsvRow(version: FoundVersion): string[] {
  const cells: Record<Column, string | undefined> = {
    model: version.model,
    owner: version.owner,
    label: version.label,
    createdAt: version.createdAt,
    createdBy: version.createdBy,
    digest: version.digest,
    digestStrength: version.digestStrength,
    variant: version.variant,
    aliases: version.aliases.join('; '),
    assignments: version.assignments
      .map(
        ({ slot, stage, target }) =>
          `${slot} of ${stage} in ${target.environment} (${target.segment})`,
      )
      .join('; '),
    metrics: version.metrics
      .map(({ name, value }) => `${name}=${value}`)
      .join('; '),
    source: version.source.server ?? version.source.type,
    record: version.source.record,
    goneSince: version.goneSince,
    description: version.description,
    id: version.id,
  };
  return versionCsvColumns.map(column => guardFormula(cells[column] ?? ''));
}

/** The last row of a file that does not hold all versions. */
export function truncatedRow(limit: number): string[] {
  const [, ...others] = versionCsvColumns;
  return [
    `truncated after ${limit} versions; narrow the search to get the others`,
    ...others.map(() => ''),
  ];
}
