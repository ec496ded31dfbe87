import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineagePages } from '../page/LineagePages';
import { lineageTranslationRef } from '../translation';

/** All pages with the header that the new frontend system draws by itself. */
export function LegacyPage() {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('title')} />
      <Content>
        <LineagePages />
      </Content>
    </Page>
  );
}
