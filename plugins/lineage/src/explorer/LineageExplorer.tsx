import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { describeError } from '../loading/describeError';
import { useEffect, useRef } from 'react';
import { AsOfField } from '../asOf/AsOfField';
import { AsOfNotice } from '../asOf/AsOfNotice';
import { NothingThen } from '../asOf/NothingThen';
import { NodeDrawer } from '../drawer/NodeDrawer';
import { FindingsNotice } from '../findings/FindingsNotice';
import { ImpactBar } from '../impact/ImpactBar';
import { Problem } from '../loading/Problem';
import { PathNote } from '../paths/PathNote';
import { Rail } from '../rail/Rail';
import { lineageTranslationRef } from '../translation';
import { UsedDialog } from '../versions/UsedDialog';
import { Announcement } from './Announcement';
import { EnvironmentChoice } from './EnvironmentChoice';
import { ExplorerHead } from './ExplorerHead';
import { GoToRoot } from './GoToRoot';
import { GraphNotes } from './GraphNotes';
import { NothingHere } from './NothingHere';
import { NothingYet } from './NothingYet';
import { Stage } from './Stage';
import { useExploration } from './useExploration';
import { useShortcuts } from './useShortcuts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'stretch',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: `${theme.spacing(28)}px minmax(0, 1fr)`,
    },
  },
  rail: {
    padding: theme.spacing(1, 2),
    overflow: 'auto',
    [theme.breakpoints.up('md')]: {
      maxHeight: 'calc(max(60vh, 420px) + 160px)',
    },
  },
  main: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  stage: {
    position: 'relative',
    display: 'flex',
    flex: 1,
    minHeight: 'max(60vh, 420px)',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  // The canvas takes the height that there is, and asks for none.
  view: { position: 'relative', flex: 1, minWidth: 0 },
  drawer: {
    position: 'relative',
    flex: 'none',
    width: 360,
    maxWidth: '100%',
    [theme.breakpoints.down('md')]: {
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      zIndex: 6,
    },
  },
}));

/**
 * The lineage of one thing: the picture or the table, what they show of it on
 * the left, what is selected on the right, and what a change of it touches
 * below.
 */
export function LineageExplorer(props: {
  root: string;
  /** Goes to the lineage of something else. */
  onRoot: GoToRoot;
  /** Called with the root as the backend calls it, and its title. */
  onSeen?: (root: string, title: string) => void;
}) {
  const { root, onRoot, onSeen } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const exploration = useExploration(root);
  const { view, change, graph, names, environments, asOf } = exploration;
  const { data, error } = graph;
  const box = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const title = names.of(data?.root ?? root).title;
  const isFields = view.as === 'fields';
  const isMap = view.as === 'map';

  // Who opened the drawer by keyboard goes on where they were.
  const opener = useRef<HTMLElement>();
  const closeDrawer = () => {
    change({ selected: undefined, used: undefined });
    opener.current?.focus({ preventScroll: true });
  };

  useShortcuts(box, {
    '/': () => searchField.current?.focus(),
    t: () => change({ as: view.as === 'graph' ? 'table' : 'graph' }),
    Escape: closeDrawer,
  });
  const latestOnSeen = useRef(onSeen);
  latestOnSeen.current = onSeen;
  const seen = data && !names.loading ? data.root : undefined;
  useEffect(() => {
    if (seen !== undefined) {
      latestOnSeen.current?.(seen, title);
    }
  }, [seen, title]);

  if (!data && error && describeError(error).kind === 'notFound') {
    return <NothingYet root={root} />;
  }
  if (!data && error) {
    return (
      <>
        {environments.known.length > 0 && (
          <EnvironmentChoice exploration={exploration} />
        )}
        {view.asOf !== undefined && <AsOfField asOf={asOf} change={change} />}
        <Problem
          error={error}
          title={t('explorer.failed')}
          onRetry={graph.reload}
        />
      </>
    );
  }
  const isAlone =
    data?.edges.length === 0 &&
    exploration.temporary.count === 0 &&
    data.nodes.every(
      ({ hidden }) => hidden.upstream + hidden.downstream === 0,
    ) &&
    view.kinds === undefined;
  if (data && isAlone && asOf.time !== undefined) {
    return (
      <NothingThen time={asOf.time} complete={data.complete} change={change} />
    );
  }
  if (data && isAlone && environments.onlyElsewhere) {
    return <NothingHere environments={environments} />;
  }
  if (data && isAlone) {
    const named = data.nodes.some(node => node.lastSeen !== undefined);
    return (
      <NothingYet root={data.root} complete={data.complete} named={named} />
    );
  }
  const { entityRef } = data?.nodes.find(({ id }) => id === data.root) ?? {};
  return (
    <div className={classes.root} ref={box}>
      <Paper
        component="section"
        className={classes.rail}
        aria-label={t('rail.label')}
      >
        <Rail exploration={exploration} searchField={searchField} />
      </Paper>
      <Paper className={classes.main}>
        <ExplorerHead exploration={exploration} />
        <AsOfNotice asOf={asOf} as={view.as} />
        {!isFields && !isMap && <GraphNotes exploration={exploration} />}
        {!isFields && !isMap && view.path !== undefined && data && (
          <PathNote
            to={view.path}
            exploration={exploration}
            rootTitle={title}
          />
        )}
        {entityRef && asOf.time === undefined && !isFields && (
          <FindingsNotice
            root={entityRef}
            title={title}
            readAt={graph.readAt}
            open={view.findings}
            change={change}
          />
        )}
        <div className={classes.stage}>
          <div
            className={classes.view}
            onFocus={({ target }) => {
              opener.current = target;
            }}
          >
            <Stage
              root={root}
              exploration={exploration}
              title={title}
              onRoot={onRoot}
              searchField={searchField}
            />
          </div>
          {view.selected !== undefined && data && !isMap && (
            <div className={classes.drawer}>
              <NodeDrawer
                key={view.selected}
                id={view.selected}
                exploration={exploration}
                rootTitle={title}
                onRoot={onRoot}
                onClose={closeDrawer}
              />
            </div>
          )}
        </div>
        <ImpactBar
          root={root}
          environment={view.environment}
          asOf={asOf.time}
          title={title}
          open={view.impact}
          change={change}
        />
      </Paper>
      {view.used !== undefined && (
        <UsedDialog
          node={view.selected ?? data?.root ?? root}
          version={view.used}
          environment={view.environment}
          onClose={() => change({ used: undefined })}
        />
      )}
      <Announcement exploration={exploration} />
    </div>
  );
}
