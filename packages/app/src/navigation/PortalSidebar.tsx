import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavContentComponent } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { RiMenuLine, RiUser3Line } from '@remixicon/react';
import { Logo } from './Logo';
import { NavigationItem } from './NavigationItem';
import { ToolsMenu } from './ToolsMenu';
import { navigationTranslationRef } from './translation';

/** The order people meet the portal in: what exists, machine learning, where data come from, making, reading, finding. */
const MAIN_PAGES = [
  'page:catalog',
  'page:ml',
  'page:lineage',
  'page:scaffolder',
  'page:techdocs',
  'page:search',
];

/** Pages that are no place of their own: they are reached from other pages. */
const HIDDEN_PAGES = ['page:app/home', 'page:auth', 'page:catalog-import'];

/** The sidebar of the portal. */
export const PortalSidebar: NavContentComponent = ({ navItems }) => {
  const { t } = useTranslationRef(navigationTranslationRef);
  const items = navItems.clone();
  const nav = items.withComponent(NavigationItem);
  HIDDEN_PAGES.forEach(id => items.take(id));
  // The notifications plugin brings an item of its own, with the number of unread ones.
  items.take('page:notifications');
  const main = MAIN_PAGES.map(id => nav.take(id));
  const settings = nav.take('page:user-settings');

  return (
    <Sidebar>
      <Logo />
      <SidebarDivider />
      <SidebarGroup label={t('menu')} icon={<RiMenuLine />}>
        <SidebarScrollWrapper>{main}</SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label={t('account')} icon={<RiUser3Line />} to="/settings">
        <ToolsMenu items={items.rest()} />
        <NotificationsSidebarItem />
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
};
