import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import IconButton from '@material-ui/core/IconButton';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Close from '@material-ui/icons/Close';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { GoToRoot } from '../explorer/GoToRoot';
import { Exploration } from '../explorer/useExploration';
import { Problem } from '../loading/Problem';
import { useLoaded } from '../loading/useLoaded';
import { useNodeNames } from '../names/useNodeNames';
import { lineageTranslationRef } from '../translation';
import { NodeActions } from './NodeActions';
import { NodeDetail } from './NodeDetail';
import { NodeEdges } from './NodeEdges';
import { NodeFacts } from './NodeFacts';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    overflow: 'auto',
    padding: theme.spacing(2),
    overflowWrap: 'anywhere',
    backgroundColor: theme.palette.background.paper,
    borderLeft: `1px solid ${theme.palette.divider}`,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
  },
}));

/**
 * Everything about one node, beside the picture and not over it: both are read
 * together. It takes the focus when it opens.
 */
export function NodeDrawer(props: {
  id: string;
  exploration: Exploration;
  /** What the root is called. */
  rootTitle: string;
  onRoot: GoToRoot;
  onClose: () => void;
}) {
  const { id, exploration, rootTitle, onRoot, onClose } = props;
  const { change, graph } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const lineageApi = useApi(lineageApiRef);
  const detail = useLoaded(
    useCallback(() => lineageApi.getNode(id), [lineageApi, id]),
  );
  const node = exploration.nodes.find(candidate => candidate.id === id);
  // What is not in the graph as it is shown now has to be named too.
  const summary = node ?? detail.data?.node;
  const own = useNodeNames(
    useMemo(() => (summary ? [summary] : []), [summary]),
  );
  const name = node ? exploration.names.of(id) : own.of(id);

  useEffect(() => root.current?.focus({ preventScroll: true }), [id]);

  const trace = (field: string) => {
    if (id === graph.data?.root) {
      // What is chosen next is a field; the picture takes the room.
      change({ as: 'fields', field, selected: undefined });
    } else {
      onRoot(id, { as: 'fields', field });
    }
  };
  const failure = (error: ErrorLike) => (
    <Problem
      error={error}
      mild={detail.data !== undefined}
      title={t('drawer.failed', { title: name.title })}
      onRetry={detail.reload}
    />
  );
  return (
    <aside
      ref={root}
      className={classes.root}
      aria-labelledby={titleId}
      // Takes the focus, and with it the keys that scroll, but is no stop itself.
      tabIndex={-1}
    >
      <div className={classes.head}>
        <div>
          <Typography id={titleId} variant="h6" component="h2">
            {name.title}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {[name.kindText, name.detail].filter(Boolean).join(', ')}
          </Typography>
        </div>
        <IconButton
          size="small"
          aria-label={t('drawer.close')}
          onClick={onClose}
        >
          <Close fontSize="small" />
        </IconButton>
      </div>
      {name.description && (
        <Typography variant="body2" paragraph>
          {name.description}
        </Typography>
      )}
      <NodeActions
        id={id}
        node={node}
        entityRef={summary?.entityRef}
        exploration={exploration}
        rootTitle={rootTitle}
        onRoot={onRoot}
      />
      {summary && <NodeFacts summary={summary} node={node} name={name} />}
      {detail.error && failure(detail.error)}
      {detail.loading && !detail.data && (
        <LinearProgress aria-label={t('drawer.loading')} />
      )}
      {detail.data && (
        <NodeDetail
          detail={detail.data}
          onTrace={trace}
          onUsed={version => change({ used: version })}
        />
      )}
      {graph.data && (
        <NodeEdges id={id} graph={graph.data} exploration={exploration} />
      )}
    </aside>
  );
}
