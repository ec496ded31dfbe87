import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChevronRight from '@material-ui/icons/ChevronRight';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useId, useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { LineageTree, TreeItem } from '../graph/model/treeOf';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';

/** So many levels are open at first. */
const OPEN_LEVELS = 2;
/** So many entries of one list are shown at first. */
const FEW = 20;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  nested: {
    marginLeft: theme.spacing(1.5),
    paddingLeft: theme.spacing(1),
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    padding: theme.spacing(0.25, 0),
    fontSize: theme.typography.body2.fontSize,
  },
  toggle: {
    flex: 'none',
    display: 'inline-flex',
    padding: 2,
    border: 0,
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  noToggle: { flex: 'none', width: 24 },
  note: { color: theme.palette.text.secondary },
}));

/** What is under one node of a tree. */
export function TreeList(props: {
  tree: LineageTree;
  under: string;
  exploration: Exploration;
  level?: number;
}) {
  const { tree, under, exploration, level = 0 } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const items = tree.childrenOf.get(under) ?? [];
  if (items.length === 0) {
    return (
      <Typography variant="body2" className={classes.note}>
        {t('tree.nothing')}
      </Typography>
    );
  }
  return (
    <>
      <ul className={`${classes.list} ${level > 0 ? classes.nested : ''}`}>
        {(all ? items : items.slice(0, FEW)).map(item => (
          <TreeEntry
            key={`${item.id} ${item.edge.restricted ?? ''}`}
            item={item}
            tree={tree}
            exploration={exploration}
            level={level}
          />
        ))}
      </ul>
      {!all && items.length > FEW && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('tree.more', { count: items.length - FEW })}
        </Button>
      )}
    </>
  );
}

function TreeEntry(props: {
  item: TreeItem;
  tree: LineageTree;
  exploration: Exploration;
  level: number;
}) {
  const { item, tree, exploration, level } = props;
  const { names, change, nodes } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const listId = useId();
  const [open, setOpen] = useState(level + 1 < OPEN_LEVELS);
  const { title, kindText } = names.of(item.id);
  const count = tree.childrenOf.get(item.id)?.length ?? 0;
  const hasList = !item.repeated && count > 0;
  const hidden = nodes.find(({ id }) => id === item.id)?.hidden[tree.side] ?? 0;
  const notes = [
    kindText,
    t(`origin.${item.edge.restricted ? 'restricted' : item.edge.origin}`),
    item.edge.via !== undefined && t('edge.via', { count: item.edge.via }),
    item.repeated && t('tree.repeated'),
    !item.repeated && hidden > 0 && t('tree.hidden', { count: hidden }),
  ].filter(Boolean);
  return (
    <li>
      <div className={classes.line}>
        {hasList ? (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-label={t(open ? 'tree.close' : 'tree.open', { title })}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <ExpandMore fontSize="small" />
            ) : (
              <ChevronRight fontSize="small" />
            )}
          </button>
        ) : (
          <span className={classes.noToggle} />
        )}
        <div>
          <TextButton onClick={() => change({ selected: item.id })}>
            {title}
          </TextButton>{' '}
          <span className={classes.note}>{notes.join(', ')}</span>
        </div>
      </div>
      {hasList && open && (
        <div id={listId}>
          <TreeList
            tree={tree}
            under={item.id}
            exploration={exploration}
            level={level + 1}
          />
        </div>
      )}
    </li>
  );
}
