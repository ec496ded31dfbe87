import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { LineageUnmappedNode } from '@understudy/plugin-lineage-common';
import { useKindText } from '../names/useKindText';
import { lineagePath } from '../page/lineagePath';
import { Since } from '../pieces/Since';
import { rootRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';
import { Selection } from './useSelection';

const FEW_OWNERS = 3;

const useStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(0.75, 1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  short: { whiteSpace: 'nowrap' },
  // A darker background would take the contrast from secondary text.
  selected: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  box: { padding: theme.spacing(0.25) },
  note: { color: theme.palette.text.secondary },
}));

/** One dataset or job that is not in the catalog; its name leads to its graph. */
export function UnmappedRow(props: {
  node: LineageUnmappedNode;
  selection: Selection;
}) {
  const { node, selection } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const kindText = useKindText();
  const page = useRouteRef(rootRouteRef);
  const classes = useStyles();
  const selected = selection.has(node.id);
  const { owners = [], environment } = node;
  const names = owners.slice(0, FEW_OWNERS).join(', ');
  const short = `${classes.cell} ${classes.short}`;
  return (
    <TableRow className={selected ? classes.selected : undefined}>
      <TableCell className={classes.cell} padding="checkbox">
        <Checkbox
          size="small"
          color="primary"
          className={classes.box}
          checked={selected}
          disabled={selection.full && !selected}
          inputProps={{
            'aria-label': t('unmapped.select', { name: node.name }),
          }}
          onChange={() => selection.toggle(node)}
        />
      </TableCell>
      <TableCell className={classes.cell}>
        <Link to={lineagePath(page(), node.id, { environment })}>
          {node.name}
        </Link>
        <div className={classes.note}>{node.namespace}</div>
      </TableCell>
      <TableCell className={classes.cell}>
        {kindText(node.kind, node.type)}
        {node.foldedNames !== undefined && (
          <div className={classes.note}>
            {t('unmapped.folded', { count: node.foldedNames })}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.cell}>{environment}</TableCell>
      <TableCell className={short}>
        {t('unmapped.around', {
          into: String(node.upstream),
          out: String(node.downstream),
        })}
      </TableCell>
      <TableCell className={classes.cell}>
        {owners.length > FEW_OWNERS
          ? t('unmapped.moreOwners', {
              names,
              amount: String(owners.length - FEW_OWNERS),
            })
          : names}
      </TableCell>
      <TableCell className={short}>
        {node.lastSeen && <Since time={node.lastSeen} />}
      </TableCell>
    </TableRow>
  );
}
