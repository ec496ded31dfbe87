import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatVersion } from '../pieces/formatVersion';
import { readVersionRef } from './readVersionRef';

/** Data that a version was made from or measured on: linked where it is an entity. */
export function DatasetName(props: { value: string; version?: string }) {
  const ref = readVersionRef(props.value);
  const version = props.version ?? ref?.version;
  const { kind, namespace, name } = ref ?? {};
  return (
    <>
      {kind && namespace && name ? (
        <EntityRefLink entityRef={{ kind, namespace, name }} />
      ) : (
        props.value
      )}
      {version && ` ${formatVersion(version)}`}
    </>
  );
}
