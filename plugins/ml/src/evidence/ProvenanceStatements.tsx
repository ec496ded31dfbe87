import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionProvenance } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { DataTable } from '../pieces/DataTable';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from '../versions/translation';
import { ProvenanceFacts } from './ProvenanceFacts';

/** Every statement about the origin of a version, newest first. */
export function ProvenanceStatements(props: {
  provenance: VersionProvenance[];
}) {
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={t('versionEvidence.origin.label')}
      rows={props.provenance}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'when',
          title: t('versionEvidence.origin.when'),
          render: ({ addedAt }) => <Since time={addedAt} />,
        },
        {
          id: 'by',
          title: t('versionEvidence.origin.by'),
          render: ({ addedBy }) => <ActorName actor={addedBy} />,
        },
        {
          id: 'what',
          title: t('versionEvidence.origin.what'),
          render: statement => <ProvenanceFacts provenance={statement} />,
        },
      ]}
    />
  );
}
