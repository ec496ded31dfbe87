import {
  SignatureField,
  VersionComparison,
  VersionComponent,
} from '@understudy/plugin-ml-common';

/** What the compared versions have differently, as text; null: not there. */
export interface DifferenceRow {
  name: string;
  values: (string | null)[];
}

/** The parts of a comparison besides metrics, as rows of text. */
export function differencesOf(comparison: VersionComparison): {
  id: 'params' | 'inputs' | 'outputs' | 'components';
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
  ];
}

function fieldText(field: Pick<SignatureField, 'type' | 'required'>): string {
  return field.required ? field.type : `${field.type}?`;
}

function componentText(
  component: Pick<VersionComponent, 'version' | 'digest'>,
): string {
  const digest = component.digest?.replace(/^sha256:/, '').slice(0, 8);
  return [component.version, digest].filter(Boolean).join(' ') || '?';
}
