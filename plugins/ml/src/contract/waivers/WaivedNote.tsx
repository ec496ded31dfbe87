import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@understudy/contracts';
import { Tag } from '../../pieces/Tag';
import { ActorName } from '../../pieces/ActorName';
import { contractTranslationRef } from '../translation';
import { untilText } from './untilText';

/** Until when something is waived, by whom and why. */
export function WaivedNote(props: { waiver: NonNullable<Finding['waiver']> }) {
  const { approvedBy, reason, until } = props.waiver;
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <Typography variant="body2" component="div">
      <Tag strong>
        {t('contract.waivers.waived', { until: untilText(until) })}
      </Tag>{' '}
      {approvedBy && (
        <>
          {t('contract.waivers.by')} <ActorName actor={approvedBy} />
          {': '}
        </>
      )}
      {reason}
    </Typography>
  );
}
