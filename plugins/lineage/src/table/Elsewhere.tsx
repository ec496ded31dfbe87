import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { LineageNode } from '@understudy/plugin-lineage-common';
import { Exploration } from '../explorer/useExploration';
import { environmentText } from '../graph/canvas/environmentText';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { color: theme.palette.text.secondary, fontWeight: 400 },
}));

/** Where something was observed, unless that is just where the rest was. */
export function Elsewhere(props: {
  node: LineageNode;
  exploration: Exploration;
}) {
  const { node, exploration } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const text = environmentText(
    node.environments,
    exploration.environments.expected,
  );
  return text ? (
    <div className={classes.root}>
      {t('graph.label.environments', { names: text.all })}
    </div>
  ) : null;
}
