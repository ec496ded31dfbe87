import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { RollbackOption } from '@understudy/plugin-ml-common';
import { EmptyState } from '../pieces/EmptyState';
import { registryTranslationRef } from '../models/translation';
import { AssignmentTile } from './AssignmentTile';
import { PendingTile } from './PendingTile';
import { rollbackAt } from './rollbackAt';
import { Tile } from './Tile';
import { Deployment } from './useDeployment';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(26)}px, 1fr))`,
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    // A model with a champion per market has hundreds of targets.
    maxHeight: theme.spacing(60),
    overflow: 'auto',
  },
}));

/** What is assigned where, and what is on its way. */
export function DeploymentStrip(props: {
  deployment: Deployment;
  onRollBack: (option: RollbackOption) => void;
}) {
  const { assignments, more, unfinished, asking, rollbacks } = props.deployment;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  if (assignments.length === 0 && unfinished.length === 0) {
    return (
      <EmptyState
        title={t('deployment.empty')}
        why={t('deployment.emptyWhy')}
      />
    );
  }
  return (
    <ul
      className={classes.list}
      aria-label={t('deployment.title')}
      // A list that scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {assignments.map(assignment => {
        const rollback = rollbackAt(rollbacks, assignment.target);
        // Without a policy nothing is promoted, but a rollback always works.
        const possible =
          asking.options?.mayRollBack !== false &&
          assignment.slot === 'champion' &&
          rollback?.previous !== undefined;
        return (
          <AssignmentTile
            key={assignment.id}
            assignment={assignment}
            onRollBack={possible ? () => props.onRollBack(rollback) : undefined}
          />
        );
      })}
      {unfinished.map(promotion => (
        <PendingTile key={promotion.id} promotion={promotion} />
      ))}
      {more && (
        <Tile title={t('deployment.more')}>{t('deployment.moreWhy')}</Tile>
      )}
    </ul>
  );
}
