import {
  SignatureField,
  VersionComparison,
  VersionComponent,
} from '@understudy/plugin-ml-common';
import { formatBytes } from '../pieces/formatBytes';
import { shortDigest } from '../pieces/shortDigest';

/** What the compared versions have differently, as text; null: not there. */
export interface DifferenceRow {
  name: string;
  values: (string | null)[];
}

/** The parts of a comparison besides metrics, as rows of text. */
export function differencesOf(comparison: VersionComparison): {
  id: 'params' | 'inputs' | 'outputs' | 'components' | 'data' | 'artifacts';
  rows: DifferenceRow[];
}[] {
  const fields = (side: 'input' | 'output') =>
    comparison.signature
      .filter(field => field.side === side)
      .map(({ name, values }) => ({
        name,
        values: values.map(value => value && fieldText(value)),
      }));
  return [
    {
      id: 'params',
      rows: comparison.params.map(({ key, values }) => ({ name: key, values })),
    },
    { id: 'inputs', rows: fields('input') },
    { id: 'outputs', rows: fields('output') },
    {
      id: 'components',
      rows: comparison.components
        .filter(component => component.differs)
        .map(({ role, ref, values }) => ({
          name: `${role} ${ref}`,
          values: values.map(value => value && componentText(value)),
        })),
    },
    ...evidenceDifferences(comparison),
  ];
}

/** Nothing is said of parts that the backend did not compare. */
function evidenceDifferences({ data, artifacts }: VersionComparison) {
  return [
    ...(data
      ? [
          {
            id: 'data' as const,
            rows: data.map(({ ref, values }) => ({
              name: ref,
              values: values.map(value => value && componentText(value)),
            })),
          },
        ]
      : []),
    ...(artifacts
      ? [
          {
            id: 'artifacts' as const,
            rows: artifacts.map(({ path, values }) => ({
              name: path,
              values: values.map(value => value && artifactText(value)),
            })),
          },
        ]
      : []),
  ];
}

function artifactText(artifact: {
  digest: string;
  sizeBytes?: number;
}): string {
  const { digest, sizeBytes } = artifact;
  return [
    shortDigest(digest),
    sizeBytes === undefined ? '' : formatBytes(sizeBytes),
  ]
    .filter(Boolean)
    .join(', ');
}

function fieldText(field: Pick<SignatureField, 'type' | 'required'>): string {
  return field.required ? field.type : `${field.type}?`;
}

function componentText(
  component: Pick<VersionComponent, 'version' | 'digest'>,
): string {
  const digest = component.digest && shortDigest(component.digest);
  return [component.version, digest].filter(Boolean).join(' ') || '?';
}
