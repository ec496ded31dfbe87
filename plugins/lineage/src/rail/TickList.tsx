import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
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

/** One of the values that nodes of the graph have. */
export interface TickItem {
  value: string;
  label: string;
  /** How many nodes have it. */
  count: number;
  /** Shown beside it, where the picture has a colour for it. */
  color?: string;
}

/**
 * Values that can be ticked to bring out what has them. Nothing is cut away by it,
 * so that the ways in between can still be seen.
 */
export function TickList(props: {
  title: string;
  items: readonly TickItem[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { title, items, chosen, onChange } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FEW);
  const toggle = (value: string) =>
    onChange(
      chosen.includes(value)
        ? chosen.filter(other => other !== value)
        : [...chosen, value],
    );
  return (
    <PanelSection title={title}>
      <ul className={classes.list}>
        {shown.map(({ value, label, count, color }) => (
          <li key={value} className={classes.item}>
            <FormControlLabel
              className={classes.label}
              control={
                <Checkbox
                  className={classes.box}
                  size="small"
                  color="primary"
                  checked={chosen.includes(value)}
                  onChange={() => toggle(value)}
                />
              }
              label={
                <span className={classes.text}>
                  {color && (
                    <span
                      className={classes.swatch}
                      style={{ backgroundColor: color }}
                    />
                  )}
                  <span className={classes.name}>{label}</span>
                  <span className={classes.count}>{count}</span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {items.length > FEW && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all
            ? t('rail.fewer')
            : t('rail.more', { count: items.length - FEW })}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button size="small" onClick={() => onChange([])}>
          {t('rail.all')}
        </Button>
      )}
    </PanelSection>
  );
}
