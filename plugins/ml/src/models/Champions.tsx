import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { ModelListItem } from '@understudy/plugin-ml-common';
import { targetKey } from '../pieces/formatTarget';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { registryTranslationRef } from './translation';

const SHOWN = 3;

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    '& + &': { marginTop: theme.spacing(0.5) },
  },
}));

/** Which version answers where; the first few targets of a model. */
export function Champions(props: { model: ModelListItem }) {
  const { ref, champions } = props.model;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const more = champions.length - SHOWN;
  return (
    <>
      {champions.slice(0, SHOWN).map(champion => (
        <div className={classes.row} key={targetKey(champion.target)}>
          <StageChip stage={champion.stage} target={champion.target} />
          <VersionLink model={ref} version={champion.version} />
        </div>
      ))}
      {more > 0 && (
        <div className={classes.row}>{t('models.more', { count: more })}</div>
      )}
    </>
  );
}
