import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineagePage } from '../page/LineagePage';
import { lineageTranslationRef } from '../translation';

/** The page with the header that the new frontend system draws by itself. */
export function LegacyPage() {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('title')} />
      <Content>
        <LineagePage />
      </Content>
    </Page>
  );
}
