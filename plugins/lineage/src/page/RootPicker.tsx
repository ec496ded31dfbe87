import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId, useMemo, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Problem } from '../loading/Problem';
import { useNodeNames } from '../names/useNodeNames';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';
import { DeadLettersLink } from '../deadLetters/DeadLettersLink';
import { UnmappedLink } from '../unmapped/UnmappedLink';
import { rootNode } from './rootNode';
import { useEntitySearch } from './useEntitySearch';
import { RecentRoot } from './useRecentRoots';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), maxWidth: theme.spacing(100) },
  intro: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(2),
  },
  field: { marginBottom: theme.spacing(2) },
}));

/** A choice of what to look at: by name from the catalog, by node id, or what was seen before. */
export function RootPicker(props: {
  recent: readonly RecentRoot[];
  /** The address of the lineage of something. */
  pathTo: (id: string) => string;
}) {
  const { recent, pathTo } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const fieldId = useId();
  const [text, setText] = useState('');
  const found = useEntitySearch(text);
  const typed = text.trim().startsWith('ol:')
    ? rootNode(text.trim())
    : undefined;
  const nodes = useMemo(
    () =>
      (found.data ?? []).map(entity => {
        const ref = stringifyEntityRef(entity);
        return { id: ref, kind: 'entity' as const, entityRef: ref };
      }),
    [found.data],
  );
  const names = useNodeNames(nodes);
  return (
    <Paper className={classes.root}>
      <div className={classes.intro}>
        <Typography variant="body1">{t('picker.intro')}</Typography>
        <UnmappedLink />
        <DeadLettersLink />
      </div>
      <TextField
        id={fieldId}
        className={classes.field}
        fullWidth
        type="search"
        variant="outlined"
        label={t('picker.label')}
        helperText={t('picker.help')}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {typed && (
        <List dense>
          <Choice
            to={pathTo(typed.id)}
            title={t('picker.typed', { name: typed.name ?? typed.id })}
            detail={typed.namespace}
          />
        </List>
      )}
      {text.trim() === '' && recent.length > 0 && (
        <PanelSection title={t('picker.recent')}>
          <List dense>
            {recent.map(({ id, title }) => (
              <Choice key={id} to={pathTo(id)} title={title} detail={id} />
            ))}
          </List>
        </PanelSection>
      )}
      {!typed && (
        <PanelSection
          title={t(text.trim() === '' ? 'picker.catalog' : 'picker.found')}
        >
          {found.loading && <LinearProgress aria-label={t('picker.loading')} />}
          {found.error && (
            <Problem
              error={found.error}
              title={t('picker.failed')}
              onRetry={found.reload}
            />
          )}
          {found.data?.length === 0 && !found.loading && (
            <Typography variant="body2">{t('picker.nothing')}</Typography>
          )}
          <List dense>
            {nodes.map(({ id }) => {
              const { title, kindText, ownerName } = names.of(id);
              return (
                <Choice
                  key={id}
                  to={pathTo(id)}
                  title={title}
                  detail={[kindText, ownerName].filter(Boolean).join(', ')}
                />
              );
            })}
          </List>
        </PanelSection>
      )}
    </Paper>
  );
}

function Choice(props: { to: string; title: string; detail?: string }) {
  const { to, title, detail } = props;
  return (
    <li>
      <ListItem button role="link" component={RouterLink} to={to}>
        <ListItemText primary={title} secondary={detail} />
      </ListItem>
    </li>
  );
}
