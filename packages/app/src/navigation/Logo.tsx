import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, useSidebarOpenState } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { navigationTranslationRef } from './translation';

const useStyles = makeStyles(theme => ({
  root: {
    alignItems: 'center',
    color: theme.palette.navigation.selectedColor,
    display: 'flex',
    flexShrink: 0,
    gap: theme.spacing(1.5),
    height: theme.spacing(9),
    paddingLeft: theme.spacing(2.5),
    width: '100%',
    '&:hover': { textDecoration: 'none' },
    '&:focus-visible': {
      outline: '2px solid currentColor',
      outlineOffset: -4,
    },
  },
  mark: { flexShrink: 0, height: 32, width: 32 },
}));

/** The mark of the portal at the top of the sidebar, with its name when the sidebar is open. */
export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(navigationTranslationRef);
  return (
    <Link
      to="/"
      underline="none"
      aria-label={t('home')}
      className={classes.root}
    >
      <svg
        aria-hidden
        className={classes.mark}
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        viewBox="0 0 32 32"
      >
        <path d="M8 6v11a8 8 0 0 0 16 0V6" strokeWidth="3.2" />
        <circle cx="16" cy="11" r="2.8" fill="currentColor" stroke="none" />
      </svg>
      {isOpen && <Typography variant="h5">Understudy</Typography>}
    </Link>
  );
}
