import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import LinkOff from '@material-ui/icons/LinkOff';
import PersonOutline from '@material-ui/icons/PersonOutline';
import VisibilityOffOutlined from '@material-ui/icons/VisibilityOffOutlined';
import { IntakeStatus } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { intakeTranslationRef } from './translation';

// Four outlines that differ without colour: a broken link, an empty person, a
// struck eye, a full disc with a tick.
const ICONS = {
  'no-model': LinkOff,
  'no-owner': PersonOutline,
  ignored: VisibilityOffOutlined,
  settled: CheckCircle,
} as const;

const useStyles = makeStyles(theme => ({
  icon: { fontSize: '1.2em' },
  'no-model': { color: theme.palette.warning.main },
  'no-owner': { color: theme.palette.warning.main },
  ignored: { color: theme.palette.text.secondary },
  settled: { color: theme.palette.success.main },
}));

/** How a record stands. */
export function IntakeStatusTag(props: { status: IntakeStatus }) {
  const { status } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const Icon = ICONS[status];
  return (
    <Tag>
      <Icon className={`${classes.icon} ${classes[status]}`} aria-hidden />
      {t(`intake.status.${status}`)}
    </Tag>
  );
}
