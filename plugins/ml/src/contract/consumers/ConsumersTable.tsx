import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { ContractConsumer } from '@understudy/plugin-ml-common';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { FirstFew } from '../../pieces/FirstFew';
import { OwnerChip } from '../../pieces/OwnerChip';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';

const FEW_FIELDS = 4;

const useStyles = makeStyles({ fields: { fontFamily: 'monospace' } });

/** Consumers, one a row: how they are known, what they take and use. */
export function ConsumersTable(props: { consumers: ContractConsumer[] }) {
  const { t } = useTranslationRef(contractTranslationRef);
  const columns: DataColumn<ContractConsumer>[] = [
    {
      id: 'consumer',
      title: t('contract.consumers.column.consumer'),
      minWidth: 160,
      render: ({ consumer }) => <EntityRefLink entityRef={consumer} />,
    },
    {
      id: 'owner',
      title: t('contract.consumers.column.owner'),
      render: ({ owner }) => <OwnerChip owner={owner} />,
    },
    {
      id: 'use',
      title: t('contract.consumers.column.use'),
      render: ({ use }) => (
        <Tag strong={use === 'production'}>
          {t(`contract.consumers.use.${use}`)}
        </Tag>
      ),
    },
    {
      id: 'takes',
      title: t('contract.consumers.column.takes'),
      render: ({ range, pinnedTo }) => (
        <>
          <div>{range ?? t('contract.consumers.anyVersion')}</div>
          {pinnedTo && t('contract.consumers.pinned', { version: pinnedTo })}
        </>
      ),
    },
    {
      id: 'fields',
      title: t('contract.consumers.column.fields'),
      minWidth: 160,
      render: consumer => <UsedFields consumer={consumer} />,
    },
    {
      id: 'basis',
      title: t('contract.consumers.column.basis'),
      render: ({ basis }) => t(`contract.consumers.basis.${basis}`),
    },
  ];
  return (
    <DataTable
      label={t('contract.consumers.label')}
      rows={props.consumers}
      rowKey={({ consumer, basis }) => `${consumer} ${basis}`}
      columns={columns}
    />
  );
}

function UsedFields(props: { consumer: ContractConsumer }) {
  const { consumer, fields } = props.consumer;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  if (!fields?.length) {
    return (
      <>{t(`contract.consumers.${fields ? 'noFields' : 'fieldsUnknown'}`)}</>
    );
  }
  return (
    <FirstFew
      items={fields}
      few={FEW_FIELDS}
      label={t('contract.consumers.fieldsOf', { consumer })}
    >
      {shown => (
        <span className={classes.fields}>
          {shown.map(({ path }) => path).join(', ')}
        </span>
      )}
    </FirstFew>
  );
}
