import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { ContractChoice, ContractVersion } from '@understudy/plugin-ml-common';
import { useMemo } from 'react';
import { ContractConsumers } from '../api/contractTypes';
import { Loaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { contractTranslationRef } from './translation';
import { ContractConsumersView } from './consumers/ContractConsumersView';
import { ContractView } from './contractView';
import { ContractDeprecations } from './deprecation/ContractDeprecations';
import { ContractFacts } from './facts/ContractFacts';
import { ContractFields } from './fields/ContractFields';
import { fieldUsage, FieldUsage } from './fields/fieldUsage';
import { ContractHistory } from './history/ContractHistory';
import { TryChange } from './tryChange/TryChange';
import { ContractWaivers } from './waivers/ContractWaivers';

/** The view of the contract that is open. */
export function ContractViews(props: {
  entity: Entity;
  subject: string;
  current?: ContractVersion;
  consumers: Loaded<ContractConsumers>;
  /** What the reader may do about the contract. */
  may: ContractChoice[];
  view: ContractView;
  onShow: (view: ContractView) => void;
  /** Something about the contract is different now. */
  onChanged: () => void;
  onPublished: (version: ContractVersion) => void;
}) {
  const { entity, subject, current, consumers, may, view } = props;
  const usage = useFieldUsage(consumers);
  switch (view) {
    case 'consumers':
      return <ContractConsumersView consumers={consumers} />;
    case 'history':
      return <ContractHistory subject={subject} />;
    case 'deprecations':
      return (
        <ContractDeprecations
          subject={subject}
          current={current}
          consumers={consumers}
          mayDeprecate={may.includes('deprecate')}
          onChanged={props.onChanged}
        />
      );
    case 'waivers':
      return <ContractWaivers subject={subject} onChanged={props.onChanged} />;
    case 'try':
      return (
        <TryChange
          subject={subject}
          owner={ownerOf(entity)}
          current={current}
          mayPublish={may.includes('publish')}
          onPublished={props.onPublished}
        />
      );
    default:
      if (!current) {
        return <NoContract onWrite={() => props.onShow('try')} />;
      }
      return view === 'promises' ? (
        <ContractFacts contract={current.contract} />
      ) : (
        <ContractFields contract={current.contract} usage={usage} />
      );
  }
}

function NoContract(props: { onWrite: () => void }) {
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <EmptyState
      title={t('contract.empty.title')}
      why={t('contract.empty.why')}
      action={
        <Button variant="outlined" onClick={props.onWrite}>
          {t('contract.try.start')}
        </Button>
      }
    />
  );
}

function useFieldUsage(
  consumers: Loaded<ContractConsumers>,
): Loaded<FieldUsage> {
  const { data } = consumers;
  const usage = useMemo(
    () => data && fieldUsage(data.items, data.complete),
    [data],
  );
  return { ...consumers, data: usage };
}

function ownerOf(entity: Entity): string | undefined {
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  return owner && stringifyEntityRef(owner);
}
