import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { Finding } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';
import { useAskForWaiver } from './AskForWaiver';
import { isWaivable, placeOf, toWaived } from './waivableFindings';

/** Asks for waivers of what breaks, where the reader may and there is something to ask for. */
export function AskButton(props: {
  findings: Finding[];
  /** Those who are hit, in words; nobody in particular unless given. */
  whom?: string;
}) {
  const { t } = useTranslationRef(contractTranslationRef);
  const ask = useAskForWaiver();
  const findings = props.findings.filter(isWaivable).map(toWaived);
  if (!ask || findings.length === 0) {
    return null;
  }
  const what = placeOf(findings[0]) || t('contract.waivers.whole');
  const whom = props.whom ?? t('contract.waivers.versions');
  return (
    <Button
      size="small"
      variant="outlined"
      aria-label={t('contract.waivers.ask.named', {
        what: `${what}, ${whom}`,
      })}
      onClick={() => ask(findings)}
    >
      {t('contract.waivers.ask.action')}
    </Button>
  );
}
