import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatVersion } from '../pieces/formatVersion';
import { mlTranslationRef } from '../translation';

/** The version a model has pinned, or that it has pinned none. */
export function VersionRead(props: { version?: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <>
      {props.version ? formatVersion(props.version) : t('consumers.anyVersion')}
    </>
  );
}
