import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import {
  ContractWaiver,
  ContractWaiverChoice,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { EmptyState } from '../../pieces/EmptyState';
import { contractTranslationRef } from '../translation';
import { DecideDialog } from './DecideDialog';
import { useWaivers } from './useWaivers';
import { WaiverSection } from './WaiverSection';

const WAITING = ['waiting'] as const;
const IN_FORCE = ['in-force'] as const;
const ENDED = ['refused', 'revoked', 'ended'] as const;

/** Which findings owners are asked to accept, accept now, or accepted. */
export function ContractWaivers(props: {
  subject: string;
  /** What is waived is different now. */
  onChanged: () => void;
}) {
  const { subject, onChanged } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [chosen, setChosen] = useState<{
    waiver: ContractWaiver;
    choice: ContractWaiverChoice;
  }>();
  const waiting = useWaivers(subject, WAITING);
  const inForce = useWaivers(subject, IN_FORCE);
  const ended = useWaivers(subject, ENDED);
  const all = [waiting, inForce, ended];
  const choose = (waiver: ContractWaiver, choice: ContractWaiverChoice) =>
    setChosen({ waiver, choice });
  const isForReader = ({ may }: ContractWaiver) => may.includes('grant');

  if (all.every(({ loaded }) => loaded.data?.items.length === 0)) {
    return (
      <EmptyState
        title={t('contract.waivers.none')}
        why={t('contract.waivers.noneWhy')}
      />
    );
  }
  return (
    <>
      <Typography variant="body2" paragraph>
        {t('contract.waivers.intro')}
      </Typography>
      <WaiverSection
        title={t('contract.waivers.forYou')}
        empty={t('contract.waivers.forYouEmpty')}
        pages={waiting}
        keep={isForReader}
        onChoose={choose}
      />
      {waiting.loaded.data?.items.some(waiver => !isForReader(waiver)) && (
        <WaiverSection
          title={t('contract.waivers.forOthers')}
          empty={t('contract.waivers.forYouEmpty')}
          pages={{ ...waiting, more: undefined, moreError: undefined }}
          keep={waiver => !isForReader(waiver)}
          onChoose={choose}
        />
      )}
      <WaiverSection
        title={t('contract.waivers.inForce')}
        empty={t('contract.waivers.inForceEmpty')}
        pages={inForce}
        onChoose={choose}
      />
      <WaiverSection
        title={t('contract.waivers.ended')}
        empty={t('contract.waivers.endedEmpty')}
        pages={ended}
        onChoose={choose}
      />
      {chosen && (
        <DecideDialog
          {...chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            all.forEach(({ loaded }) => loaded.reload());
            onChanged();
          }}
        />
      )}
    </>
  );
}
