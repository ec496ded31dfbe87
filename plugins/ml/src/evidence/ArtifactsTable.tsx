import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { VersionArtifact } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { DataTable } from '../pieces/DataTable';
import { DigestChip } from '../pieces/DigestChip';
import { formatBytes } from '../pieces/formatBytes';
import { Since } from '../pieces/Since';
import { SignatureCell } from './SignatureCell';
import { signersOf } from './signersOf';
import { versionsTranslationRef } from '../versions/translation';

const useStyles = makeStyles({ text: { overflowWrap: 'anywhere' } });

/** The files of a version, with the digest that the build reported. */
export function ArtifactsTable(props: { artifacts: VersionArtifact[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const signed = props.artifacts.some(({ signature }) => signature);
  const signers = signersOf(props.artifacts);
  return (
    <DataTable
      label={t('versionEvidence.artifacts')}
      rows={props.artifacts}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'path',
          title: t('versionEvidence.artifact.path'),
          render: ({ path, uri }) => (
            <span className={classes.text}>
              {path}
              {uri && (
                <Typography variant="body2" color="textSecondary">
                  {uri}
                </Typography>
              )}
            </span>
          ),
        },
        {
          id: 'digest',
          title: t('versionEvidence.artifact.digest'),
          render: ({ digest }) => (
            <DigestChip digest={digest} strength="reported" />
          ),
        },
        ...(signed
          ? [
              {
                id: 'signature',
                title: t('versionEvidence.artifact.signature'),
                render: (artifact: VersionArtifact) => (
                  <SignatureCell
                    artifact={artifact}
                    signers={signers.get(artifact.path) ?? []}
                  />
                ),
              },
            ]
          : []),
        {
          id: 'size',
          title: t('versionEvidence.artifact.size'),
          align: 'right',
          render: ({ sizeBytes }) =>
            sizeBytes === undefined
              ? t('versionEvidence.metric.unknown')
              : formatBytes(sizeBytes),
        },
        {
          id: 'type',
          title: t('versionEvidence.artifact.type'),
          render: ({ mediaType }) =>
            mediaType ?? t('versionEvidence.metric.unknown'),
        },
        {
          id: 'added',
          title: t('versionEvidence.artifact.added'),
          render: ({ addedAt, addedBy }) => (
            <>
              <Since time={addedAt} /> · <ActorName actor={addedBy} />
            </>
          ),
        },
      ]}
    />
  );
}
