import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { Tag } from '../pieces/Tag';
import { versionsTranslationRef } from './translation';

/** Who made a version, and whom a service names as the person behind it. */
export function Author(props: {
  version: Pick<ModelVersion, 'createdBy' | 'claimedAuthor'>;
}) {
  const { createdBy, claimedAuthor } = props.version;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <>
      {createdBy && (
        <div>
          <ActorName actor={createdBy} />
        </div>
      )}
      {claimedAuthor && (
        <div>
          <ActorName actor={claimedAuthor} />{' '}
          <Tag title={t('versionEvidence.claimedWhy')}>
            {t('versionEvidence.claimed')}
          </Tag>
        </div>
      )}
    </>
  );
}
