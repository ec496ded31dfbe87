import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Finding } from '@understudy/contracts';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { FirstFew } from '../../pieces/FirstFew';
import { OwnerChip } from '../../pieces/OwnerChip';
import { contractTranslationRef } from '../translation';
import { RuleName } from '../findings/RuleName';
import { VerdictText } from '../findings/VerdictText';
import { WaivedIcon } from '../waivers/WaivedIcon';

type CheckedConsumer = ContractCheck['consumers'][number];

const FEW = 25;

/** The verdict about each consumer, those that are hit first. */
export function CheckedConsumers(props: { consumers: CheckedConsumer[] }) {
  const { t } = useTranslationRef(contractTranslationRef);
  const columns: DataColumn<CheckedConsumer>[] = [
    {
      id: 'consumer',
      title: t('contract.try.consumerColumn.consumer'),
      render: ({ consumer, owner, verdict }) => (
        <>
          <EntityRefLink entityRef={consumer} hideIcon />
          <div>
            <OwnerChip owner={owner} />
          </div>
          <VerdictText verdict={verdict} />
        </>
      ),
    },
    {
      id: 'findings',
      title: t('contract.try.consumerColumn.findings'),
      minWidth: 160,
      render: ({ consumer, findings }) => (
        <FirstFew items={whatMatters(findings)} few={2} label={consumer}>
          {shown =>
            shown.map((finding, index) => (
              <div key={`${index} ${finding.pointer}`}>
                {finding.waiver && <WaivedIcon />} {finding.message}{' '}
                <RuleName id={finding.ruleId} />
              </div>
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

/** What breaks first, then what to take care of. */
function whatMatters(findings: Finding[]): Finding[] {
  return (['error', 'warning'] as const).flatMap(severity =>
    findings.filter(finding => finding.severity === severity),
  );
}
