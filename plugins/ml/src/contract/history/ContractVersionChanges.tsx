import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { LoadedContent } from '../../loading/LoadedContent';
import { useLoaded } from '../../loading/useLoaded';
import { CopyButton } from '../../pieces/CopyButton';
import { Facts } from '../../pieces/Facts';
import { SideDrawer } from '../../pieces/SideDrawer';
import { contractTranslationRef } from '../translation';
import { FindingList } from '../findings/FindingList';
import { VerdictText } from '../findings/VerdictText';

/** What one version changed, at the side of the list. */
export function ContractVersionChanges(props: {
  subject: string;
  version: string;
  onClose: () => void;
}) {
  const { subject, version, onClose } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const loaded = useLoaded(
    useCallback(
      () => api.getVersion(subject, version),
      [api, subject, version],
    ),
  );
  return (
    <SideDrawer
      title={t('contract.history.changesOf', { version })}
      onClose={onClose}
    >
      <LoadedContent
        loaded={loaded}
        what={t('contract.history.reading', { version })}
      >
        {({ report, digest, subjectVersions, status }) => (
          <>
            <Facts
              facts={[
                {
                  name: t('contract.history.column.status'),
                  value: t(`contract.history.status.${status}`),
                },
                {
                  name: t('contract.history.column.verdict'),
                  value: report && <VerdictText verdict={report.verdict} />,
                },
                {
                  name: t('contract.history.column.bump'),
                  value:
                    report &&
                    t(`contract.findings.bump.${report.requiredBump}`),
                },
                {
                  name: t('contract.history.subjectVersions'),
                  value: subjectVersions.join(', '),
                },
                {
                  name: t('contract.history.digest'),
                  value: (
                    <>
                      {digest.replace(/^sha256:/, '').slice(0, 8)}{' '}
                      <CopyButton
                        text={digest}
                        what={t('contract.history.digest')}
                      />
                    </>
                  ),
                },
              ]}
            />
            {report ? (
              <FindingList findings={report.findings} waivable />
            ) : (
              <Typography variant="body2">
                {t('contract.history.noReport')}
              </Typography>
            )}
          </>
        )}
      </LoadedContent>
    </SideDrawer>
  );
}
