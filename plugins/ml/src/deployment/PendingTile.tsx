import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { PromotionSummary } from '@understudy/plugin-ml-common';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { PromotionStateChip } from '../promotion/PromotionStateChip';
import { promotionRouteRef } from '../routes';
import { promotionTranslationRef } from '../promotion/translation';
import { registryTranslationRef } from '../models/translation';
import { Tile } from './Tile';

/** A change on its way: what it is, where, and what it waits for. */
export function PendingTile(props: { promotion: PromotionSummary }) {
  const { promotion } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const { t: tRegistry } = useTranslationRef(registryTranslationRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  return (
    <Tile
      dashed
      title={tRegistry('deployment.next', {
        where: formatTarget(promotion.target, { stage: promotion.toStage }),
      })}
    >
      <Typography variant="h6" component="p">
        <Link to={promotionPath({ id: promotion.id })}>
          {t(`promotionKind.${promotion.kind}`, {
            version: formatVersion(promotion.version),
          })}
        </Link>
      </Typography>
      <Typography variant="body2" component="div">
        <PromotionStateChip state={promotion.state} /> {promotion.waitingFor}
      </Typography>
    </Tile>
  );
}
