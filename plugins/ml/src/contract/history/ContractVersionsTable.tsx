import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { ContractVersionSummary } from '@understudy/plugin-ml-common';
import { ActorName } from '../../pieces/ActorName';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { Since } from '../../pieces/Since';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { VerdictText } from '../findings/VerdictText';

/** The versions of a contract, one a row. */
export function ContractVersionsTable(props: {
  versions: ContractVersionSummary[];
  /** The one that is open. */
  shown?: string;
  onOpen: (version: string) => void;
}) {
  const { versions, shown, onOpen } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const columns: DataColumn<ContractVersionSummary>[] = [
    {
      id: 'version',
      title: t('contract.history.column.version'),
      render: ({ version }) => (
        <Link
          component="button"
          variant="body2"
          title={t('contract.history.open', { version })}
          onClick={() => onOpen(version)}
        >
          {`v${version}`}
        </Link>
      ),
    },
    {
      id: 'status',
      title: t('contract.history.column.status'),
      render: ({ status }) => (
        <Tag strong={status === 'active'}>
          {t(`contract.history.status.${status}`)}
        </Tag>
      ),
    },
    {
      id: 'verdict',
      title: t('contract.history.column.verdict'),
      minWidth: 120,
      render: ({ verdict }) =>
        verdict ? (
          <VerdictText verdict={verdict} />
        ) : (
          t('contract.history.first')
        ),
    },
    {
      id: 'findings',
      title: t('contract.history.column.findings'),
      minWidth: 160,
      render: ({ findings, verdict }) =>
        verdict &&
        t('contract.history.findings', {
          errors: String(findings.errors),
          warnings: String(findings.warnings),
          infos: String(findings.infos),
        }),
    },
    {
      id: 'bump',
      title: t('contract.history.column.bump'),
      render: ({ requiredBump }) =>
        requiredBump && t(`contract.findings.bump.${requiredBump}`),
    },
    {
      id: 'consumers',
      title: t('contract.history.column.consumers'),
      align: 'right',
      render: ({ consumers }) => consumers,
    },
    {
      id: 'origin',
      title: t('contract.history.column.origin'),
      render: ({ origin }) => t(`contract.history.origin.${origin}`),
    },
    {
      id: 'publishedBy',
      title: t('contract.history.column.publishedBy'),
      render: ({ publishedBy }) => <ActorName actor={publishedBy} />,
    },
    {
      id: 'publishedAt',
      title: t('contract.history.column.publishedAt'),
      render: ({ publishedAt }) => <Since time={publishedAt} />,
    },
  ];
  return (
    <DataTable
      label={t('contract.history.title')}
      rows={versions}
      rowKey={({ id }) => id}
      columns={columns}
      isSelected={({ version }) => version === shown}
      onOpen={({ version }) => onOpen(version)}
    />
  );
}
