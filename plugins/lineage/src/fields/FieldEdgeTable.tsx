import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import {
  LineageField,
  LineageFieldEdge,
} from '@understudy/plugin-lineage-common';
import { Pages } from '../pieces/Pages';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef, Translate } from '../translation';
import { fieldId } from './fieldFlow';

const ENDS = ['source', 'target'] as const;

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
  head: { backgroundColor: theme.palette.background.paper },
  dataset: { color: theme.palette.text.secondary },
}));

/** The connections between fields in words: all that the picture says. */
export function FieldEdgeTable(props: {
  edges: readonly LineageFieldEdge[];
  /** Ids of fields that are connected with what was asked about only by way of something that decides. */
  indirect: ReadonlySet<string>;
  /** What a dataset is called. */
  titleOf: (node: string) => string;
  onFollow: (field: LineageField) => void;
}) {
  const { edges, indirect, titleOf, onFollow } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  return (
    <Pages rows={edges}>
      {shown => (
        <Table size="small" stickyHeader aria-label={t('trace.table')}>
          <TableHead>
            <TableRow>
              {([...ENDS, 'kind'] as const).map(column => (
                <TableCell key={column} className={classes.head}>
                  {t(`trace.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(edge => (
              <TableRow
                key={`${fieldId(edge.source)} ${fieldId(edge.target)} ${edge.restricted ?? ''}`}
              >
                {ENDS.map(end => (
                  <TableCell key={end} className={classes.cell}>
                    <TextButton onClick={() => onFollow(edge[end])}>
                      {edge[end].field ?? t('trace.whole')}
                    </TextButton>
                    <div className={classes.dataset}>
                      {titleOf(edge[end].node)}
                      {indirect.has(fieldId(edge[end])) &&
                        `, ${t('trace.indirect')}`}
                    </div>
                  </TableCell>
                ))}
                <TableCell className={classes.cell}>
                  {howText(edge, t)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Pages>
  );
}

function howText(edge: LineageFieldEdge, t: Translate): string {
  const { kind, within, restricted, how = [] } = edge;
  if (restricted) {
    return t('trace.kind.restricted');
  }
  if (within) {
    return t('trace.kind.within');
  }
  if (kind === 'direct' || how.length === 0) {
    return t(`trace.kind.${kind}`);
  }
  return t(`trace.kind.${kind}By`, {
    how: how.map(name => t(`trace.how.${name}`)).join(', '),
  });
}
