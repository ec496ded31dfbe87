import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceField } from '../pieces/ChoiceField';
import { lineageTranslationRef } from '../translation';
import { Exploration } from './useExploration';
import { ALL_ENVIRONMENTS } from './view';

/** The backend counts no further. */
const MOST_COUNTED = 1_000;

const useStyles = makeStyles(theme => ({
  root: { width: theme.spacing(26), paddingTop: theme.spacing(0.5) },
}));

/** Whose connections are shown. What the catalog declares belongs to every environment. */
export function EnvironmentChoice(props: { exploration: Exploration }) {
  const { view, change, environments } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { usual, known } = environments;
  const chosen = view.environment === usual ? undefined : view.environment;
  const withCount = (name: string) => {
    const edges = known.find(other => other.name === name)?.edges;
    return edges === undefined
      ? name
      : t(
          edges < MOST_COUNTED
            ? 'environment.counted'
            : 'environment.countedAtLeast',
          { name, amount: String(edges) },
        );
  };
  // An address may ask for an environment in which the root is not connected.
  const names = new Set([
    ...known.map(({ name }) => name),
    ...(chosen === undefined ? [] : [chosen]),
  ]);
  const others = [...names].filter(
    name => name !== usual && name !== ALL_ENVIRONMENTS,
  );
  return (
    <div className={classes.root}>
      <ChoiceField
        label={t('environment.label')}
        value={chosen ?? ''}
        choices={[
          {
            value: '',
            label:
              usual === undefined ? t('environment.usual') : withCount(usual),
          },
          ...others.map(name => ({ value: name, label: withCount(name) })),
          { value: ALL_ENVIRONMENTS, label: t('environment.all') },
        ]}
        onChange={value => change({ environment: value || undefined })}
      />
    </div>
  );
}
