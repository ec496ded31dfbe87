import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { AliasDriftChoice } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { Problem } from '../loading/Problem';
import { mlTranslationRef } from '../translation';
import { registryTranslationRef } from '../models/translation';
import { DriftBanner } from './DriftBanner';
import { DriftDialog } from './DriftDialog';
import { NamedDrift, useDrift } from './useDrift';

/** Every alias of a model that points elsewhere than was decided. */
export function DriftBanners(props: {
  model: string;
  /** Something was chosen that may change what is assigned or asked for. */
  onChanged: () => void;
}) {
  const { model, onChanged } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const { t: tRegistry } = useTranslationRef(registryTranslationRef);
  const drifts = useDrift(model);
  const [chosen, setChosen] = useState<{
    named: NamedDrift;
    choice: AliasDriftChoice;
  }>();
  const done = () => {
    setChosen(undefined);
    drifts.reload();
    onChanged();
  };
  return (
    <>
      {drifts.error && (
        <Problem
          error={drifts.error}
          title={t('loading.failed', { what: tRegistry('drift.what') })}
          onRetry={drifts.reload}
        />
      )}
      {drifts.data?.map(named => (
        <DriftBanner
          key={named.drift.id}
          named={named}
          onChoose={choice => setChosen({ named, choice })}
        />
      ))}
      {chosen && (
        <DriftDialog
          {...chosen}
          onDone={done}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
