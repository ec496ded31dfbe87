import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { PromotionOptions } from '@understudy/plugin-ml-common';
import { promotionTranslationRef } from './translation';

/** The rules of one stage of a policy, as sentences. */
export function StageRules(props: {
  stage: PromotionOptions['stages'][number];
}) {
  const { gates, approvals } = props.stage;
  const { t } = useTranslationRef(promotionTranslationRef);
  const rules = [...gates, ...approvals];
  if (rules.length === 0) {
    return <Typography variant="body2">{t('policy.noRules')}</Typography>;
  }
  return (
    <ul>
      {rules.map(({ id, words }) => (
        <Typography component="li" variant="body2" key={id}>
          {words}
        </Typography>
      ))}
    </ul>
  );
}
