import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { PromotionOptions, RollbackOption } from '@understudy/plugin-ml-common';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { promotionTranslationRef } from './translation';
import { aliasAt } from './promotionForm';

/** What a rollback will change, as sentences. */
export function RollbackEffects(props: {
  option: RollbackOption;
  version: string;
  options?: PromotionOptions;
}) {
  const { option, options } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const { target, stage, current, underWay } = option;
  const version = formatVersion(props.version);
  const where = formatTarget(target, { stage });
  const alias = options && aliasAt(options, target);
  const effects = [
    current
      ? t('rollback.effect.replace', {
          where,
          version,
          current: formatVersion(current.version),
        })
      : t('rollback.effect.assign', { where, version }),
    ...(underWay
      ? [
          t('rollback.effect.underWay', {
            version: formatVersion(underWay.version),
          }),
        ]
      : []),
    ...(alias ? [t('rollback.effect.alias', { alias, version })] : []),
    t('rollback.effect.noApproval'),
  ];
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {t('rollback.effects')}
      </Typography>
      <ul>
        {effects.map(effect => (
          <Typography component="li" variant="body2" key={effect}>
            {effect}
          </Typography>
        ))}
      </ul>
    </>
  );
}
