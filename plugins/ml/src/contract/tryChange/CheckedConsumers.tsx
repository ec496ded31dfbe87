import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { FirstFew } from '../../pieces/FirstFew';
import { OwnerChip } from '../../pieces/OwnerChip';
import { mlTranslationRef } from '../../translation';
import { VerdictText } from '../findings/VerdictText';

type CheckedConsumer = ContractCheck['consumers'][number];

const FEW = 25;

/** The verdict about each consumer, those that are hit first. */
export function CheckedConsumers(props: { consumers: CheckedConsumer[] }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const columns: DataColumn<CheckedConsumer>[] = [
    {
      id: 'consumer',
      title: t('contract.try.column2.consumer'),
      render: ({ consumer, owner }) => (
        <>
          <EntityRefLink entityRef={consumer} hideIcon />
          <div>
            <OwnerChip owner={owner} />
          </div>
        </>
      ),
    },
    {
      id: 'verdict',
      title: t('contract.try.column2.verdict'),
      render: ({ verdict }) => <VerdictText verdict={verdict} />,
    },
    {
      id: 'findings',
      title: t('contract.try.column2.findings'),
      minWidth: 160,
      render: ({ consumer, findings }) => (
        <FirstFew
          items={findings.filter(({ severity }) => severity !== 'info')}
          few={2}
          label={consumer}
        >
          {shown =>
            shown.map((finding, index) => (
              <div key={`${index} ${finding.pointer}`}>{finding.message}</div>
            ))
          }
        </FirstFew>
      ),
    },
  ];
  return (
    <FirstFew
      items={props.consumers}
      few={FEW}
      label={t('contract.try.verdict.consumers')}
    >
      {shown => (
        <DataTable
          label={t('contract.try.verdict.consumers')}
          rows={shown}
          rowKey={({ consumer, basis }) => `${consumer} ${basis}`}
          columns={columns}
        />
      )}
    </FirstFew>
  );
}
