import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Block from '@material-ui/icons/Block';
import CheckCircle from '@material-ui/icons/CheckCircle';
import RadioButtonChecked from '@material-ui/icons/RadioButtonChecked';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import Report from '@material-ui/icons/Report';
import { Promotion } from '@understudy/plugin-ml-common';
import { promotionTranslationRef } from './translation';
import { progressOf } from './progressOf';

const ICONS = {
  done: CheckCircle,
  current: RadioButtonChecked,
  problem: Report,
  stopped: Block,
  todo: RadioButtonUnchecked,
} as const;

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    listStyle: 'none',
  },
  step: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  here: { fontWeight: 600 },
  done: { color: theme.palette.success.main },
  current: { color: theme.palette.primary.main },
  problem: { color: theme.palette.error.main },
  stopped: { color: theme.palette.error.main },
  todo: { color: theme.palette.text.secondary },
}));

/** How far a promotion is, as a line of steps. */
export function ProgressLine(props: { promotion: Promotion }) {
  const { t } = useTranslationRef(promotionTranslationRef);
  const classes = useStyles();
  return (
    <ol className={classes.list} aria-label={t('progress.label')}>
      {progressOf(props.promotion).map(({ id, status, done, total }) => {
        const Icon = ICONS[status];
        const here = status !== 'done' && status !== 'todo';
        return (
          <li
            key={id}
            className={`${classes.step} ${here ? classes.here : ''}`}
            aria-current={here ? 'step' : undefined}
          >
            <Icon
              className={classes[status]}
              fontSize="small"
              titleAccess={t(`progress.status.${status}`)}
            />
            {t(`progress.step.${id}`)}
            {total !== undefined && ` ${done}/${total}`}
          </li>
        );
      })}
    </ol>
  );
}
