import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  ContractWaiver,
  ContractWaiverChoice,
} from '@understudy/plugin-ml-common';
import { LoadedContent } from '../../loading/LoadedContent';
import { Problem } from '../../loading/Problem';
import { Pages } from '../../loading/usePages';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { WaiverTable } from './WaiverTable';

/** Waivers that stand alike, with the way to more of them. */
export function WaiverSection(props: {
  title: string;
  /** Said where there is none. */
  empty: string;
  pages: Pages<ContractWaiver>;
  /** Which of them to show; all unless given. */
  keep?: (waiver: ContractWaiver) => boolean;
  onChoose: (waiver: ContractWaiver, choice: ContractWaiverChoice) => void;
}) {
  const { title, empty, pages, keep = () => true, onChoose } = props;
  const { loaded, more, busy, moreError } = pages;
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <Section title={title}>
      <LoadedContent loaded={loaded} what={t('contract.waivers.what')}>
        {({ items }) => {
          const shown = items.filter(keep);
          if (shown.length === 0) {
            // What has not been read yet may be of this kind.
            return more ? null : (
              <Typography variant="body2">{empty}</Typography>
            );
          }
          return (
            <WaiverTable label={title} waivers={shown} onChoose={onChoose} />
          );
        }}
      </LoadedContent>
      {moreError && (
        <Problem error={moreError} title={t('contract.waivers.moreFailed')} />
      )}
      {more && (
        <Button size="small" disabled={busy} onClick={more}>
          {t('contract.waivers.more')}
        </Button>
      )}
    </Section>
  );
}
