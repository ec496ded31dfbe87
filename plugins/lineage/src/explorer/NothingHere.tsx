import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';
import { Environments } from './useEnvironments';
import { ALL_ENVIRONMENTS } from './view';

const FEW = 6;

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Nothing is connected to the root in the environment shown, but it is known elsewhere. */
export function NothingHere(props: { environments: Environments }) {
  const { shown, others, choose } = props.environments;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  return (
    <EmptyState
      title={t('environment.nothing', { environment: shown ?? '' })}
      why={t('environment.elsewhere', {
        names: others.map(({ name }) => name).join(', '),
      })}
      action={
        <div className={classes.root}>
          {others.slice(0, FEW).map(({ name, edges }) => (
            <Button
              key={name}
              size="small"
              variant="outlined"
              color="primary"
              onClick={() => choose(name)}
            >
              {t('environment.show', {
                name,
                connections: t('explorer.connections', { count: edges }),
              })}
            </Button>
          ))}
          {others.length > 1 && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => choose(ALL_ENVIRONMENTS)}
            >
              {t('environment.showAll')}
            </Button>
          )}
        </div>
      }
    />
  );
}
