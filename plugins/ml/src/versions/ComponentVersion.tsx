import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { readVersionRef } from '../evidence/readVersionRef';
import { VersionLink } from '../pieces/VersionLink';
import { versionsTranslationRef } from './translation';

/** The version of a component: linked where it is one of an entity's. */
export function ComponentVersion(props: { of: string; version?: string }) {
  const { of, version } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const ref = readVersionRef(of);
  if (version === undefined) {
    return <>{t('component.unpinned')}</>;
  }
  return ref ? (
    <VersionLink model={stringifyEntityRef(ref)} version={version} />
  ) : (
    <>{version}</>
  );
}
