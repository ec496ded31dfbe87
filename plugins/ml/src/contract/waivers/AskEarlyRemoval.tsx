import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { contractTranslationRef } from '../translation';
import { useAskForWaiver } from './AskForWaiver';
import { EARLY_REMOVAL } from './waivableFindings';

/** Asks all who use a deprecated field to let it go before its date, where the reader may. */
export function AskEarlyRemoval(props: {
  field: { port: string; path: string };
}) {
  const { field } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const ask = useAskForWaiver();
  return ask ? (
    <Button
      size="small"
      variant="outlined"
      aria-label={t('contract.waivers.ask.named', { what: field.path })}
      onClick={() => ask([{ ruleId: EARLY_REMOVAL, ...field, pointer: '' }])}
    >
      {t('contract.waivers.ask.action')}
    </Button>
  ) : null;
}
