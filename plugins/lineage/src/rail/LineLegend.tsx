import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EdgeStyle } from '../graph/canvas/edgePaths';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';

const LINES = [
  { style: 'observed', width: 1.5, dashes: undefined },
  { style: 'declared', width: 1.5, dashes: '7 5' },
  { style: 'both', width: 3.5, dashes: undefined },
  { style: 'restricted', width: 2, dashes: '0.1 6' },
] as const;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.25, 0),
    fontSize: theme.typography.body2.fontSize,
  },
  sample: { flex: 'none' },
  note: { marginTop: theme.spacing(0.5), color: theme.palette.text.secondary },
  line: { stroke: theme.palette.text.secondary },
}));

/** The kinds of lines of the picture, with what each means. */
export function LineLegend(props: {
  lines: Readonly<Record<EdgeStyle, string>>;
  note?: string;
}) {
  const { lines, note } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  return (
    <PanelSection title={t('rail.lines')}>
      <ul className={classes.list}>
        {LINES.map(({ style, width, dashes }) => (
          <li key={style} className={classes.item}>
            <svg width={36} height={8} className={classes.sample} aria-hidden>
              <line
                x1={2}
                x2={34}
                y1={4}
                y2={4}
                className={classes.line}
                strokeWidth={width}
                strokeDasharray={dashes}
                strokeLinecap={style === 'restricted' ? 'round' : undefined}
              />
            </svg>
            {lines[style]}
          </li>
        ))}
      </ul>
      {note && (
        <Typography variant="body2" className={classes.note}>
          {note}
        </Typography>
      )}
    </PanelSection>
  );
}
