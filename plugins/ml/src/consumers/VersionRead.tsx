import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionLink } from '../pieces/VersionLink';
import { dataTranslationRef } from '../fields/translation';

/** The version a model has pinned, linked, or that it has pinned none. */
export function VersionRead(props: {
  /** Ref of the feature view or dataset. */
  of: string;
  version?: string;
}) {
  const { of, version } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return version ? (
    <VersionLink model={of} version={version} />
  ) : (
    <>{t('consumers.anyVersion')}</>
  );
}
