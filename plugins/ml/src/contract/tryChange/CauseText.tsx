import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FirstFew } from '../../pieces/FirstFew';
import { OwnerChip } from '../../pieces/OwnerChip';
import { contractTranslationRef } from '../translation';
import { SeverityIcon } from '../findings/SeverityIcon';
import { AskButton } from '../waivers/AskButton';
import { BreakCause } from './breakCauses';

const FEW = 8;

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(1), margin: theme.spacing(1, 0) },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: 600 },
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2) },
}));

/** One thing that breaks somebody: a sentence, whom, and what to do. */
export function CauseText(props: { cause: BreakCause }) {
  const { cause } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const field = cause.field || t('contract.try.whole');
  const count = cause.consumers.length;
  const who = t(
    cause.onlyModels ? 'contract.try.models' : 'contract.try.consumers',
    { count },
  );
  const teams =
    cause.owners.length > 0
      ? t('contract.try.teams', { count: cause.owners.length })
      : t('contract.try.noTeam');
  return (
    <div className={classes.root}>
      <SeverityIcon severity="error" />
      <div className={classes.text}>
        <Typography variant="body2" className={classes.strong}>
          {t(`contract.try.cause.${cause.act}`, { field, who, teams })}
        </Typography>
        <FirstFew
          items={cause.consumers}
          few={FEW}
          label={t('contract.try.broken', { field })}
        >
          {shown => (
            <ul
              className={classes.list}
              aria-label={t('contract.try.broken', { field })}
            >
              {shown.map(({ consumer, owner, use }) => (
                <Typography key={consumer} component="li" variant="body2">
                  <EntityRefLink entityRef={consumer} hideIcon />
                  {' · '}
                  <OwnerChip owner={owner} />
                  {' · '}
                  {t(`contract.consumers.use.${use}`)}
                </Typography>
              ))}
            </ul>
          )}
        </FirstFew>
        <Typography variant="body2" color="textSecondary">
          {t('contract.try.remedy')} {cause.remedies.join(' ')}
        </Typography>
        <AskButton findings={cause.findings} whom={who} />
      </div>
    </div>
  );
}
