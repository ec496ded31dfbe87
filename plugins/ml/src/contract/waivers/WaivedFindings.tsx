import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@understudy/contracts';
import { FirstFew } from '../../pieces/FirstFew';
import { RuleName } from '../findings/RuleName';
import { contractTranslationRef } from '../translation';
import { WaivedIcon } from './WaivedIcon';
import { WaivedNote } from './WaivedNote';

const FEW = 8;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', gap: theme.spacing(1), margin: theme.spacing(1, 0) },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
}));

/** What would break consumers, and their owners accept for a time. */
export function WaivedFindings(props: { findings: Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const label = t('contract.try.verdict.waived');
  return (
    <FirstFew items={findings} few={FEW} label={label}>
      {shown => (
        <ul className={classes.list} aria-label={label}>
          {shown.map(({ consumer, message, ruleId, waiver }, index) => (
            <li key={`${index} ${waiver?.id}`} className={classes.item}>
              <WaivedIcon />
              <div className={classes.text}>
                {consumer && <EntityRefLink entityRef={consumer} hideIcon />}
                <Typography variant="body2">{message}</Typography>
                <RuleName id={ruleId} />
                {waiver && <WaivedNote waiver={waiver} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
