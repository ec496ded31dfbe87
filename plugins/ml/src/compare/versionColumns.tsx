import { ModelVersion } from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { DataColumn } from '../pieces/DataTable';
import { VersionLink } from '../pieces/VersionLink';

/** A column a version, in their order, each headed by the link to its page. */
export function versionColumns<T>(
  versions: ModelVersion[],
  render: (row: T, index: number) => ReactNode,
): DataColumn<T>[] {
  return versions.map((version, index) => ({
    id: version.id,
    title: (
      <VersionLink
        model={version.model}
        version={version.label}
        aliases={version.aliases}
      />
    ),
    minWidth: 130,
    render: row => render(row, index),
  }));
}
