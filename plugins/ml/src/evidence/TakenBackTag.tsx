import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionTombstone } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { mlTranslationRef } from '../translation';

/** Marks a version in a list whose registration was taken back. */
export function TakenBackTag(props: { tombstone?: VersionTombstone }) {
  const { t } = useTranslationRef(mlTranslationRef);
  return props.tombstone ? (
    <Tag title={props.tombstone.reason}>{t('versionEvidence.takenBack')}</Tag>
  ) : null;
}
