import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import AddCircleOutline from '@material-ui/icons/AddCircleOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Report from '@material-ui/icons/Report';
import { VersionChange } from '@understudy/plugin-ml-common';
import { versionsTranslationRef } from './translation';

// Four outlines that differ without colour: octagon, ring with a plus, ring
// with a dash, ring with a question mark.
const ICONS = {
  breaking: Report,
  additive: AddCircleOutline,
  none: RemoveCircleOutline,
  unverifiable: HelpOutline,
} as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  breaking: { color: theme.palette.error.main },
  additive: { color: theme.palette.info.main },
  none: { color: theme.palette.text.secondary },
  unverifiable: { color: theme.palette.warning.main },
}));

/** What a version does to the contract of the version before it, as icon and words. */
export function ChangeText(props: { change: VersionChange }) {
  const { change } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const Icon = ICONS[change];
  return (
    <span className={classes.root}>
      <Icon className={classes[change]} fontSize="small" aria-hidden />
      {t(`versions.change.${change}`)}
    </span>
  );
}
