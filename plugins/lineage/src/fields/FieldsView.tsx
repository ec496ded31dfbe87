import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { LineageField } from '@understudy/plugin-lineage-common';
import { useEffect, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router-dom';
import { GoToRoot } from '../explorer/GoToRoot';
import { Exploration } from '../explorer/useExploration';
import { Problem } from '../loading/Problem';
import { lineageTranslationRef } from '../translation';
import { FieldsHead } from './FieldsHead';
import { FieldsPicture } from './FieldsPicture';
import { NoFields } from './NoFields';
import { useFields, useKnownFields } from './useFields';

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    backgroundColor: theme.palette.background.paper,
  },
  problem: { padding: theme.spacing(2) },
}));

/** What a field of the root, or all of them, is made from, and what is made from it. */
export function FieldsView(props: {
  root: string;
  exploration: Exploration;
  /** What the root is called. */
  title: string;
  onRoot: GoToRoot;
}) {
  const { root, exploration, title, onRoot } = props;
  const { view, change, refreshed } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { field, direction } = view;
  const fields = useFields({ root, field, direction, refreshed });
  const known = useKnownFields(root);
  const { data, error, loading } = fields;

  const label =
    field === undefined
      ? t('trace.titleAll', { title })
      : t('trace.title', { field, title });
  // Who came here from a drawer or a field that is gone goes on here; who opened
  // the page has not been anywhere yet.
  const cameFromHere = useNavigationType() !== NavigationType.Pop;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cameFromHere && document.activeElement === document.body) {
      box.current?.focus({ preventScroll: true });
    }
  }, [root, field, cameFromHere]);

  const follow = (next: LineageField) => {
    if (next.node === root || next.node === data?.root) {
      change({ as: 'fields', field: next.field });
    } else {
      onRoot(next.node, { as: 'fields', field: next.field });
    }
  };
  return (
    <div
      ref={box}
      className={classes.root}
      role="region"
      aria-label={label}
      aria-busy={loading}
      // Takes the focus, and with it the keys that scroll, but is no stop itself.
      tabIndex={-1}
    >
      {loading && <LinearProgress aria-label={t('trace.loading')} />}
      <FieldsHead
        title={title}
        field={field}
        fields={fields}
        known={known}
        onField={next => change({ as: 'fields', field: next })}
      />
      {error && !data && (
        <div className={classes.problem}>
          <Problem
            error={error}
            title={t('trace.failed')}
            onRetry={() => {
              fields.reload();
              if (known.error) {
                known.reload();
              }
            }}
          />
        </div>
      )}
      {data && data.edges.length === 0 && (
        <NoFields field={field} complete={data.complete} />
      )}
      {data && data.edges.length > 0 && (
        <FieldsPicture fields={data} label={label} onFollow={follow} />
      )}
    </div>
  );
}
