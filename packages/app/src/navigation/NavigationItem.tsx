import { useCallback } from 'react';
import { SidebarItem } from '@backstage/core-components';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  item: {
    // The platform keeps room behind every title for a number of unread things,
    // which leaves "Machine learning" too little.
    '& .MuiTypography-subtitle2': { width: 'auto' },
    '& > div:empty': { display: 'none' },
  },
});

/** One page in the sidebar. */
export function NavigationItem(props: NavContentNavItem) {
  const { href, icon, title } = props;
  const classes = useStyles();
  const Icon = useCallback(() => icon, [icon]);
  return (
    <SidebarItem to={href} icon={Icon} text={title} className={classes.item} />
  );
}
