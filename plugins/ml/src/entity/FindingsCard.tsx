import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { readFindings } from '@understudy/plugin-ml-common';
import { EmptyState } from '../pieces/EmptyState';
import { mlTranslationRef } from '../translation';
import { ClaimInIntake, isUnclaimedImport } from './ClaimInIntake';

const ICONS = { warning: ReportProblemOutlined, info: InfoOutlined } as const;

const useStyles = makeStyles({
  // The platform's theme cuts list items off; these say what to do.
  text: { '& .MuiTypography-root': { whiteSpace: 'normal' } },
});

/** Entity card: what is missing or doubtful in the entity, and what to do. */
export function FindingsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const { entity } = useEntity();
  const findings = readFindings(entity);
  return (
    <EntityInfoCard title={t('findings.title', { count: findings.length })}>
      {findings.length === 0 ? (
        <EmptyState title={t('findings.empty')} why={t('findings.emptyWhy')} />
      ) : (
        <List dense disablePadding>
          {findings.map(({ id, level, path, message }) => {
            const Icon = ICONS[level];
            return (
              <ListItem
                key={`${id} ${path}`}
                disableGutters
                alignItems="flex-start"
              >
                <ListItemIcon>
                  <Icon titleAccess={t(`findings.level.${level}`)} />
                </ListItemIcon>
                <ListItemText
                  className={classes.text}
                  primary={message}
                  secondary={path}
                />
              </ListItem>
            );
          })}
        </List>
      )}
      {isUnclaimedImport(entity) && <ClaimInIntake entity={entity} />}
    </EntityInfoCard>
  );
}
