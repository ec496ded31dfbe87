import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionProvenance } from '@understudy/plugin-ml-common';
import { CopyButton } from '../pieces/CopyButton';
import { DigestText } from '../pieces/DigestText';
import { Facts } from '../pieces/Facts';
import { versionsTranslationRef } from '../versions/translation';
import { DatasetName } from './DatasetName';

const COMMIT_START = 10;

/** The run, code, data and environment that a version was made from. */
export function ProvenanceFacts(props: {
  provenance: Partial<VersionProvenance>;
}) {
  const { run, code, data, environment, trainedBy, links } = props.provenance;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <Facts
      facts={[
        {
          name: t('versionEvidence.origin.run'),
          value: run && <LinkOrText text={run.id} url={run.url} />,
        },
        {
          name: t('versionEvidence.origin.code'),
          value: code && <Code {...code} />,
        },
        {
          name: t('versionEvidence.origin.data'),
          value: data?.length
            ? data.map(({ ref, version }) => (
                <div key={`${ref} ${version}`}>
                  <DatasetName value={ref} version={version} />
                </div>
              ))
            : undefined,
        },
        {
          name: t('versionEvidence.origin.environment'),
          value: environment && <Environment {...environment} />,
        },
        { name: t('versionEvidence.origin.trainedBy'), value: trainedBy },
        {
          name: t('versionEvidence.origin.links'),
          value: links?.length
            ? links.map(({ title, url }) => (
                <div key={url}>
                  <LinkOrText text={title} url={url} />
                </div>
              ))
            : undefined,
        },
      ]}
    />
  );
}

/** Evidence is sent by builds: an address is linked only where it is one. */
function LinkOrText(props: { text: string; url?: string }) {
  return props.url && /^https?:/i.test(props.url) ? (
    <Link to={props.url}>{props.text}</Link>
  ) : (
    <>{props.text}</>
  );
}

function Code(props: NonNullable<VersionProvenance['code']>) {
  const { repository, commit, path } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <>
      {repository && (
        <div>
          <LinkOrText text={repository} url={repository} />
        </div>
      )}
      <code title={commit}>{commit.slice(0, COMMIT_START)}</code>
      <CopyButton text={commit} what={t('versionEvidence.origin.code')} />
      {path && <div>{path}</div>}
    </>
  );
}

function Environment(props: NonNullable<VersionProvenance['environment']>) {
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <>
      {props.image && <div>{props.image}</div>}
      {props.digest && (
        <div>
          <DigestText
            digest={props.digest}
            what={t('versionEvidence.origin.environment')}
          />
        </div>
      )}
      {props.packages && <div>{props.packages}</div>}
    </>
  );
}
