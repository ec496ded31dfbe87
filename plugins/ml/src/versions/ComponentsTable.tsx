import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionComponent } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { versionsTranslationRef } from './translation';
import { ComponentRef } from './ComponentRef';
import { ComponentVersion } from './ComponentVersion';

/** What a version is made of. */
export function ComponentsTable(props: { components: VersionComponent[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={t('version.components')}
      rows={props.components}
      rowKey={({ role, ref, version }) => `${role} ${ref} ${version}`}
      columns={[
        {
          id: 'role',
          title: t('component.role'),
          render: ({ role }) => t(`componentRole.${role}`),
        },
        {
          id: 'ref',
          title: t('component.what'),
          render: ({ ref }) => <ComponentRef text={ref} />,
        },
        {
          id: 'version',
          title: t('component.version'),
          render: ({ ref, version }) => (
            <ComponentVersion of={ref} version={version} />
          ),
        },
        {
          id: 'digest',
          title: t('component.digest'),
          render: ({ digest }) => digest ?? t('component.noDigest'),
        },
      ]}
    />
  );
}
