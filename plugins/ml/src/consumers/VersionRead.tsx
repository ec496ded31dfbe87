import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionLink } from '../pieces/VersionLink';
import { mlTranslationRef } from '../translation';

/** The version a model has pinned, linked, or that it has pinned none. */
export function VersionRead(props: {
  /** Ref of the feature view or dataset. */
  of: string;
  version?: string;
}) {
  const { of, version } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  return version ? (
    <VersionLink model={of} version={version} />
  ) : (
    <>{t('consumers.anyVersion')}</>
  );
}
