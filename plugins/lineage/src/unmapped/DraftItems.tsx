import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  LineageDraftItem,
  LineageUnmappedNode,
} from '@understudy/plugin-lineage-common';
import { Fragment, useMemo } from 'react';
import { useTitles } from '../names/useTitles';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  note: { color: theme.palette.text.secondary },
  similar: { marginTop: theme.spacing(0.5), padding: theme.spacing(0, 1) },
}));

/** What a draft would make of each thing, whose that is, and what may be the same already. */
export function DraftItems(props: {
  items: readonly LineageDraftItem[];
  nodes: readonly LineageUnmappedNode[];
}) {
  const { items, nodes } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const refs = useMemo(
    () => [
      ...new Set(
        items.flatMap(({ owner, similar }) => [owner ?? [], similar].flat()),
      ),
    ],
    [items],
  );
  const titleOf = useTitles(refs);
  const nameOf = (id: string) => nodes.find(node => node.id === id)?.name ?? id;
  return (
    <ul className={classes.list}>
      {items.map(({ id, entityRef, owner, similar }) => (
        <li key={id} className={classes.item}>
          <div>
            {entityRef}
            {', '}
            {owner ? (
              <>
                {t('draft.owner')}{' '}
                <EntityRefLink
                  entityRef={owner}
                  title={titleOf(owner)}
                  underline="always"
                />
              </>
            ) : (
              t('draft.nobody')
            )}
          </div>
          <div className={classes.note}>{nameOf(id)}</div>
          {similar.length > 0 && (
            <Alert severity="warning" className={classes.similar}>
              {t('draft.similar', { count: similar.length })}{' '}
              {similar.map((ref, index) => (
                <Fragment key={ref}>
                  {index > 0 && ', '}
                  <EntityRefLink
                    entityRef={ref}
                    title={titleOf(ref)}
                    target="_blank"
                    underline="always"
                  />
                </Fragment>
              ))}
            </Alert>
          )}
        </li>
      ))}
    </ul>
  );
}
