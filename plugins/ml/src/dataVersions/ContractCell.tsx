import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Loaded } from '../loading/useLoaded';
import { dataTranslationRef } from '../fields/translation';
import { KnownContracts } from './useContracts';

/** The contract in force for a version, as short as it can be said. */
export function ContractCell(props: {
  contracts: Loaded<KnownContracts>;
  label: string;
}) {
  const { data, error } = props.contracts;
  const { t } = useTranslationRef(dataTranslationRef);
  if (!data) {
    return <>{error ? t('dataVersions.tab.unknown') : '…'}</>;
  }
  const inForce = data.of(props.label);
  return (
    <>{inForce ? `v${inForce.version}` : t('dataVersions.tab.noContract')}</>
  );
}
