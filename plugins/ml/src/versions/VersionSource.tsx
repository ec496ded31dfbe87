import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionSourceRef } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';

/** What the portal itself takes versions from; anything else has a title. */
const OWN = ['rest', 'entity', 'file', 'portal'] as const;

/** Where a version comes from: the registry and its own name there. */
export function VersionSource(props: { source: VersionSourceRef }) {
  const { title, server, type, record, recordVersion } = props.source;
  const { t } = useTranslationRef(mlTranslationRef);
  const own = OWN.find(each => each === type);
  const there = [record, recordVersion].filter(Boolean).join(' ');
  return (
    <>
      {own ? t(`versionSource.${own}`) : (title ?? server ?? type)}
      {there && `: ${there}`}
    </>
  );
}
