import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles({
  // The tabs of the header are the platform's. It has them in one row, which
  // runs out of a narrow window, and their line at the bottom of all rows.
  '@global': {
    '.bui-PluginHeader .bui-TabList': { flexWrap: 'wrap' },
    '.bui-PluginHeader .bui-Tab': { whiteSpace: 'nowrap' },
    '.bui-PluginHeader .bui-TabActive': {
      top: 'var(--active-tab-bottom)',
      bottom: 'auto',
    },
  },
});

/** What stands below the tabs of the header. They wrap where they have no room. */
export function SubPageContent(props: { children: ReactNode }) {
  useStyles();
  return <Content>{props.children}</Content>;
}
