import {
  SidebarItem,
  SidebarSubmenu,
  SidebarSubmenuItem,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import { RiToolsLine } from '@remixicon/react';
import { navigationTranslationRef } from './translation';

const ToolsIcon = () => <RiToolsLine />;

/** The pages few people need every day, so that a newly installed plugin is never out of reach. */
export function ToolsMenu(props: { items: NavContentNavItem[] }) {
  const { t } = useTranslationRef(navigationTranslationRef);
  const items = [...props.items].sort((a, b) => a.title.localeCompare(b.title));
  return (
    <SidebarItem icon={ToolsIcon} text={t('tools')}>
      <SidebarSubmenu title={t('tools')}>
        {items.map(({ node, href, icon, title }) => (
          <SidebarSubmenuItem
            key={node.spec.id}
            to={href}
            title={title}
            icon={() => icon}
          />
        ))}
      </SidebarSubmenu>
    </SidebarItem>
  );
}
