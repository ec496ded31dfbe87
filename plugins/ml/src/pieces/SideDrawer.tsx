import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Close from '@material-ui/icons/Close';
import { ReactNode, useId } from 'react';
import { mlTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    width: theme.spacing(64),
    maxWidth: '100%',
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 2, 0.5),
  },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  content: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: theme.spacing(1, 2, 2),
    overflowWrap: 'anywhere',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/**
 * Everything about one row of a list, at the right of it, with what can be done
 * to it at the foot. Escape and a click beside it close it, and the focus goes
 * back to where it was.
 */
export function SideDrawer(props: {
  title: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, subtitle, actions, onClose, children } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <div className={classes.head}>
        <div className={classes.title}>
          <Typography id={titleId} variant="h6" component="h2">
            {title}
          </Typography>
          {subtitle && (
            <Typography variant="body2" color="textSecondary" component="div">
              {subtitle}
            </Typography>
          )}
        </div>
        <IconButton
          size="small"
          aria-label={t('dialog.close')}
          onClick={onClose}
        >
          <Close fontSize="small" />
        </IconButton>
      </div>
      <div
        className={classes.content}
        // Scrolling by keyboard needs the focus.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {children}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </Drawer>
  );
}
