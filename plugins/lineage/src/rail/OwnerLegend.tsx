import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';

const FEW = 8;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex' },
  label: { margin: 0, width: '100%', alignItems: 'flex-start' },
  box: { padding: theme.spacing(0.25, 0.5, 0.25, 0) },
  text: {
    display: 'flex',
    gap: theme.spacing(0.75),
    alignItems: 'baseline',
    fontSize: theme.typography.body2.fontSize,
  },
  swatch: { flex: 'none', width: 10, height: 10 },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  count: { flex: 'none', color: theme.palette.text.secondary },
}));

/**
 * The owners in the graph with their colours. Those that are ticked are brought
 * out; nothing is cut away, so that the ways between them can still be seen.
 */
export function OwnerLegend(props: { exploration: Exploration }) {
  const { view, change, nodes, names, colorOf } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const nameOf = names.of;
  const [all, setAll] = useState(false);

  const counts = useMemo(() => {
    const byOwner = new Map<string, number>();
    nodes
      .filter(({ kind }) => kind !== 'job')
      .forEach(({ id }) => {
        const owner = nameOf(id).owner ?? '';
        byOwner.set(owner, (byOwner.get(owner) ?? 0) + 1);
      });
    return [...byOwner].sort((a, b) => b[1] - a[1]);
  }, [nodes, nameOf]);
  const shown = all ? counts : counts.slice(0, FEW);

  const toggle = (owner: string) =>
    change({
      owners: view.owners.includes(owner)
        ? view.owners.filter(other => other !== owner)
        : [...view.owners, owner],
    });
  if (counts.length === 0) {
    return null;
  }
  return (
    <PanelSection title={t('rail.owners')}>
      <ul className={classes.list}>
        {shown.map(([owner, count]) => (
          <li key={owner} className={classes.item}>
            <FormControlLabel
              className={classes.label}
              control={
                <Checkbox
                  className={classes.box}
                  size="small"
                  color="primary"
                  checked={view.owners.includes(owner)}
                  onChange={() => toggle(owner)}
                />
              }
              label={
                <span className={classes.text}>
                  <span
                    className={classes.swatch}
                    style={{ backgroundColor: colorOf(owner || undefined) }}
                  />
                  <span className={classes.name}>
                    {owner ? names.ownerName(owner) : t('owner.none')}
                  </span>
                  <span className={classes.count}>{count}</span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {counts.length > FEW && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all
            ? t('rail.fewerOwners')
            : t('rail.moreOwners', { count: counts.length - FEW })}
        </Button>
      )}
      {view.owners.length > 0 && (
        <Button size="small" onClick={() => change({ owners: [] })}>
          {t('rail.allOwners')}
        </Button>
      )}
    </PanelSection>
  );
}
