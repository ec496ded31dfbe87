import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { contractTranslationRef } from '../translation';
import { TeamList } from './TeamList';
import { ToldTeam } from './whoIsTold';

/** The teams that are told of a deprecation, each with what it runs. */
export function ToldTeams(props: {
  /** Undefined where it is not known. */
  teams?: ToldTeam[];
}) {
  const { teams } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  if (!teams?.length) {
    return (
      <Typography variant="body2">
        {t(
          teams
            ? 'contract.deprecation.dialog.toldNobody'
            : 'contract.deprecation.dialog.toldUnknown',
        )}
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="body2">
        {t('contract.deprecation.dialog.told')}
      </Typography>
      <TeamList teams={teams} />
    </>
  );
}
