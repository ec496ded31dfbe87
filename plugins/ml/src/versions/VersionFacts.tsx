import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { CopyButton } from '../pieces/CopyButton';
import { DigestChip } from '../pieces/DigestChip';
import { Facts } from '../pieces/Facts';
import { Since } from '../pieces/Since';
import { Tag } from '../pieces/Tag';
import { mlTranslationRef } from '../translation';
import { versionsTranslationRef } from './translation';
import { Author } from './Author';
import { VersionSource } from './VersionSource';

/** Identity, origin and age of a version, and the links that lead out. */
export function VersionFacts(props: { version: ModelVersion }) {
  const { version } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const copyable = (text: string | undefined, what: string) =>
    text && (
      <>
        {text} <CopyButton text={text} what={what} />
      </>
    );
  return (
    <Facts
      facts={[
        {
          name: t('version.fact.digest'),
          value: (
            <>
              <DigestChip
                digest={version.digest}
                strength={version.digestStrength}
              />
              <div>{tShared(`digest.${version.digestStrength}`)}</div>
            </>
          ),
        },
        {
          name: t('version.fact.aliases'),
          value: version.aliases.length
            ? version.aliases.map(alias => <Tag key={alias}>{alias}</Tag>)
            : t('version.fact.noAlias'),
        },
        { name: t('version.fact.variant'), value: version.variant },
        {
          name: t('version.fact.created'),
          value: <Since time={version.createdAt} />,
        },
        {
          name: t('version.fact.createdBy'),
          value:
            version.createdBy || version.claimedAuthor ? (
              <Author version={version} />
            ) : undefined,
        },
        {
          name: t('version.fact.registeredBy'),
          value: version.registeredBy && (
            <ActorName actor={version.registeredBy} />
          ),
        },
        {
          name: t('version.fact.registered'),
          value: <Since time={version.registeredAt} />,
        },
        {
          name: t('version.fact.source'),
          value: <VersionSource source={version.source} />,
        },
        {
          name: t('version.fact.run'),
          value: copyable(version.runId, t('version.fact.run')),
        },
        {
          name: t('version.fact.modelId'),
          value: copyable(version.modelId, t('version.fact.modelId')),
        },
        {
          name: t('version.fact.artifact'),
          value: copyable(version.artifactUri, t('version.fact.artifact')),
        },
        {
          name: t('version.fact.links'),
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
