import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Assignment } from '@understudy/plugin-ml-common';
import { formatTarget } from '../pieces/formatTarget';
import { Since } from '../pieces/Since';
import { VersionLink } from '../pieces/VersionLink';
import { mlTranslationRef } from '../translation';
import { registryTranslationRef } from '../models/translation';
import { Tile } from './Tile';

/** One target: which version is there, in which role, since when. */
export function AssignmentTile(props: {
  assignment: Assignment;
  /** Absent where the reader may not roll back, or there is nothing before. */
  onRollBack?: () => void;
}) {
  const { assignment, onRollBack } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const { model, version, slot, since, stage, target, trafficPercent } =
    assignment;
  const where = formatTarget(target, { stage });
  return (
    <Tile
      title={where}
      action={
        onRollBack && (
          <Button
            size="small"
            onClick={onRollBack}
            aria-label={t('deployment.rollBackAt', { where })}
          >
            {t('deployment.rollBack')}
          </Button>
        )
      }
    >
      <Typography variant="h6" component="p">
        <VersionLink model={model} version={version} />
      </Typography>
      <Typography variant="body2" component="p">
        {slot === 'none' ? t('deployment.assigned') : tShared(`slot.${slot}`)}{' '}
        {t('deployment.since')} <Since time={since} plain />
        {trafficPercent < 100 &&
          ` · ${t('deployment.traffic', { percent: String(trafficPercent) })}`}
      </Typography>
    </Tile>
  );
}
