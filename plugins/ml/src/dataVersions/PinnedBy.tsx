import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Loaded } from '../loading/useLoaded';
import { dataTranslationRef } from '../fields/translation';
import { KnownPins } from './usePins';

/** How many models pin a version. */
export function PinnedBy(props: { pins: Loaded<KnownPins>; label: string }) {
  const { data, error } = props.pins;
  const { t } = useTranslationRef(dataTranslationRef);
  if (!data) {
    return <>{error ? t('dataVersions.tab.unknown') : '…'}</>;
  }
  const count = data.byLabel.get(props.label) ?? 0;
  if (count === 0) {
    return (
      <>
        {t(
          data.complete
            ? 'dataVersions.tab.noReader'
            : 'dataVersions.tab.unknown',
        )}
      </>
    );
  }
  const text = t('dataVersions.tab.readers', { count });
  return (
    <>
      {data.complete ? text : t('dataVersions.tab.atLeast', { readers: text })}
    </>
  );
}
