import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatVersion } from '../pieces/formatVersion';
import { VersionLink } from '../pieces/VersionLink';
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
      {version && ref && (
        <>
          {' '}
          <VersionLink model={stringifyEntityRef(ref)} version={version} />
        </>
      )}
      {version && !ref && ` ${formatVersion(version)}`}
    </>
  );
}
