import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { Contract } from '@understudy/contracts';
import { useState } from 'react';
import { copyText } from '../../pieces/copyText';
import { contractTranslationRef } from '../translation';
import { TextFormat, writeContract } from './contractText';

/** Copies a contract as a text. It is written when it is asked for. */
export function CopyDraft(props: { contract: Contract; format: TextFormat }) {
  const { contract, format } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [outcome, setOutcome] = useState<{
    of: Contract;
    result: 'copied' | 'copyFailed';
  }>();
  const copy = () =>
    copyText(writeContract(contract, format)).then(
      () => setOutcome({ of: contract, result: 'copied' }),
      () => setOutcome({ of: contract, result: 'copyFailed' }),
    );
  return (
    <Button size="small" onClick={copy}>
      <span aria-live="polite">
        {outcome?.of === contract
          ? t(`contract.try.${outcome.result}`)
          : t('contract.try.copy', {
              format: t(
                format === 'json'
                  ? 'contract.try.asJson'
                  : 'contract.try.asYaml',
              ),
            })}
      </span>
    </Button>
  );
}
