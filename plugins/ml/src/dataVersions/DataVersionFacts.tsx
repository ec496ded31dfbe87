import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { CopyButton } from '../pieces/CopyButton';
import { DigestChip } from '../pieces/DigestChip';
import { Facts } from '../pieces/Facts';
import { formatBytes } from '../pieces/formatBytes';
import { formatNumber } from '../pieces/formatNumber';
import { Since } from '../pieces/Since';
import { useDurationText } from '../pieces/useDurationText';
import { dataTranslationRef } from '../fields/translation';
import { versionsTranslationRef } from '../versions/translation';
import { VersionSource } from '../versions/VersionSource';

/** Identity, extent, origin and age of a version, and the links that lead out. */
export function DataVersionFacts(props: { version: ModelVersion }) {
  const { version } = props;
  const { definition, snapshot = {} } = version;
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tVersions } = useTranslationRef(versionsTranslationRef);
  const inWords = useDurationText();
  return (
    <Facts
      facts={[
        {
          name: tVersions('version.fact.digest'),
          value: (
            <>
              <DigestChip
                digest={version.digest}
                strength={version.digestStrength}
              />
              <div>{t(`dataVersions.digest.${version.digestStrength}`)}</div>
            </>
          ),
        },
        {
          name: t('dataVersions.page.rows'),
          value:
            snapshot.rows === undefined
              ? undefined
              : formatNumber(snapshot.rows),
        },
        {
          name: t('dataVersions.page.bytes'),
          value:
            snapshot.bytes === undefined
              ? undefined
              : formatBytes(snapshot.bytes),
        },
        {
          name: t('dataVersions.page.asOf'),
          value: snapshot.asOf && <Since time={snapshot.asOf} />,
        },
        {
          name: t('dataVersions.page.place'),
          value: version.artifactUri && (
            <>
              {version.artifactUri}{' '}
              <CopyButton
                text={version.artifactUri}
                what={t('dataVersions.page.place')}
              />
            </>
          ),
        },
        {
          name: t('dataVersions.page.ttl'),
          value:
            definition?.ttl &&
            t('dataVersions.page.ttlText', {
              duration: inWords(definition.ttl),
            }),
        },
        {
          name: tVersions('version.fact.created'),
          value: <Since time={version.createdAt} />,
        },
        {
          name: tVersions('version.fact.createdBy'),
          value: version.createdBy && <ActorName actor={version.createdBy} />,
        },
        {
          name: tVersions('version.fact.registered'),
          value: <Since time={version.registeredAt} />,
        },
        {
          name: t('dataVersions.page.source'),
          value: <VersionSource source={version.source} />,
        },
        {
          name: tVersions('version.fact.links'),
          value: version.links.length
            ? version.links.map(({ title, url }) => (
                <div key={url}>
                  <Link to={url}>{title}</Link>
                </div>
              ))
            : undefined,
        },
      ]}
    />
  );
}
