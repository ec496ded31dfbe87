import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import DragHandle from '@material-ui/icons/DragHandle';
import { mlTranslationRef } from '../translation';
import { formatSigned } from './formatNumber';
import { judgeChange, MetricDirection } from './judgeChange';

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' },
  icon: { fontSize: '1em', marginRight: theme.spacing(0.25) },
  better: { color: theme.palette.success.main },
  worse: { color: theme.palette.error.main },
  neutral: { color: theme.palette.text.secondary },
  word: { marginLeft: theme.spacing(0.5), color: theme.palette.text.secondary },
}));

function ChangeIcon(props: { change: number; className: string }) {
  if (props.change === 0) {
    return <DragHandle className={props.className} aria-hidden />;
  }
  return props.change > 0 ? (
    <ArrowUpward className={props.className} aria-hidden />
  ) : (
    <ArrowDownward className={props.className} aria-hidden />
  );
}

/**
 * A change against a baseline, with the direction of good: the arrow says up
 * or down, the word and the colour say whether that is better.
 */
export function Delta(props: { change: number; direction?: MetricDirection }) {
  const { change, direction } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const verdict = judgeChange(change, direction);
  return (
    <span className={classes.root}>
      <ChangeIcon
        change={change}
        className={`${classes.icon} ${classes[verdict]}`}
      />
      {change === 0 ? t('delta.same') : formatSigned(change)}
      {verdict !== 'neutral' && (
        <span className={classes.word}>{t(`delta.${verdict}`)}</span>
      )}
    </span>
  );
}
