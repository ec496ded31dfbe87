import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { readFindings } from '@understudy/plugin-ml-common';
import { EmptyState } from '../pieces/EmptyState';
import { mlTranslationRef } from '../translation';

const ICONS = { warning: ReportProblemOutlined, info: InfoOutlined } as const;

/** Entity card: what is missing or doubtful in the entity, and what to do. */
export function FindingsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
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
                <ListItemText primary={message} secondary={path} />
              </ListItem>
            );
          })}
        </List>
      )}
    </EntityInfoCard>
  );
}
