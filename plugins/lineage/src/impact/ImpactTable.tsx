import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  LineageImpact,
  LineageImpactItem,
} from '@understudy/plugin-lineage-common';
import { kindWord } from '../graph/model/kindWord';
import { useKindText } from '../names/useKindText';
import { NodeLink } from '../pieces/NodeLink';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  head: { backgroundColor: theme.palette.background.paper },
  // The theme colours every other row, which says nothing here.
  row: { backgroundColor: `${theme.palette.background.paper} !important` },
  owner: {
    paddingTop: theme.spacing(2),
    fontWeight: 600,
    borderBottomColor: theme.palette.text.primary,
  },
  item: { paddingLeft: theme.spacing(3) },
  count: { fontWeight: 400, color: theme.palette.text.secondary },
}));

type ImpactOwner = LineageImpact['owners'][number];

/** Everything that is touched, by whose it is: the most touched first. */
export function ImpactTable(props: {
  impact: LineageImpact;
  ownerTitle: (owner: string) => string;
}) {
  const { impact, ownerTitle } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const kindText = useKindText();
  const classes = useStyles();
  const items = itemsByOwner(impact.items);
  const missing = impact.totals.items - impact.items.length;
  const columns = ['what', 'kind', 'lifecycle', 'distance'] as const;
  return (
    <>
      <Table size="small" stickyHeader aria-label={t('impact.table')}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column} className={classes.head}>
                {t(`impact.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        {[...impact.owners]
          .sort(ownedFirst)
          .map(({ owner, items: count, nearest }) => (
            <TableBody key={owner ?? ''}>
              <TableRow className={classes.row}>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={columns.length}
                  className={classes.owner}
                >
                  {owner ? (
                    <EntityRefLink
                      entityRef={owner}
                      title={ownerTitle(owner)}
                      underline="always"
                    />
                  ) : (
                    t('owner.none')
                  )}{' '}
                  <span className={classes.count}>
                    {t('impact.group', {
                      things: t('impact.things', { count }),
                      hops: t('impact.hops', { count: nearest }),
                    })}
                  </span>
                </TableCell>
              </TableRow>
              {(items.get(owner) ?? []).map(item => (
                <TableRow key={item.id} className={classes.row}>
                  <TableCell className={classes.item}>
                    <NodeLink
                      id={item.id}
                      entityRef={item.entityRef}
                      title={titleOf(item)}
                      environment={impact.environment}
                    />
                  </TableCell>
                  <TableCell>{kindText(kindWord(item), item.type)}</TableCell>
                  <TableCell>{item.lifecycle}</TableCell>
                  <TableCell>
                    {t('impact.hops', { count: item.degree })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          ))}
      </Table>
      {missing > 0 && (
        <Typography variant="body2" paragraph>
          {t('impact.more', { count: missing })}
        </Typography>
      )}
    </>
  );
}

/** What nobody owns is nobody's to act on, however much it is. */
function ownedFirst(a: ImpactOwner, b: ImpactOwner): number {
  return Number(a.owner === undefined) - Number(b.owner === undefined);
}

function itemsByOwner(items: readonly LineageImpactItem[]) {
  const byOwner = new Map<string | undefined, LineageImpactItem[]>();
  for (const item of items) {
    const list = byOwner.get(item.owner) ?? [];
    list.push(item);
    byOwner.set(item.owner, list);
  }
  return byOwner;
}

function titleOf(item: LineageImpactItem): string {
  return item.title ?? item.name ?? item.id;
}
