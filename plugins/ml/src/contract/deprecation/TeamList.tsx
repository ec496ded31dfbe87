import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { OwnerChip } from '../../pieces/OwnerChip';
import { contractTranslationRef } from '../translation';
import { ToldTeam } from './whoIsTold';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Teams, each with what it runs. */
export function TeamList(props: { teams: ToldTeam[] }) {
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {props.teams.map(({ owner, consumers }) => (
        <Typography key={owner ?? ''} component="li" variant="body2">
          {owner ? (
            <OwnerChip owner={owner} />
          ) : (
            t('contract.deprecation.dialog.noOwner')
          )}
          {': '}
          {consumers.map((consumer, index) => (
            <span key={consumer}>
              {index > 0 && ', '}
              <EntityRefLink entityRef={consumer} hideIcon />
            </span>
          ))}
        </Typography>
      ))}
    </ul>
  );
}
