import { ReactNode, useState } from 'react';
import { ProxiedSignInPage, WarningPanel } from '@backstage/core-components';
import {
  configApiRef,
  IdentityApi,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Container from '@material-ui/core/Container';
import Typography from '@material-ui/core/Typography';
import { chosenRole } from './chosenRole';
import { forgetOnSignOut } from './forgetOnSignOut';
import { RoleList } from './RoleList';
import { Role } from './roles';
import { signInTranslationRef } from './translation';

/** Lets a person enter the portal on their own machine as one of the demo roles. */
export function RoleSignInPage(props: {
  roles: Role[];
  onSignInSuccess: (identity: IdentityApi) => void;
}) {
  const { roles, onSignInSuccess } = props;
  const [role, setRole] = useState(chosenRole.get());
  // Choosing the same role again after a failure is another attempt.
  const [attempt, setAttempt] = useState(0);

  const choose = (name: string) => {
    chosenRole.set(name);
    setRole(name);
    setAttempt(attempt + 1);
  };

  if (role === undefined) {
    return <ChooseRole roles={roles} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="roles"
      headers={{ 'x-understudy-role': role }}
      onSignInSuccess={identity =>
        onSignInSuccess(forgetOnSignOut(identity, chosenRole.clear))
      }
      ErrorComponent={({ error }) => (
        <ChooseRole roles={roles} onChoose={choose}>
          <SignInFailed name={role} error={error} />
        </ChooseRole>
      )}
    />
  );
}

function ChooseRole(props: {
  roles: Role[];
  onChoose: (name: string) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslationRef(signInTranslationRef);
  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  return (
    <Box component="main" bgcolor="background.default" minHeight="100vh">
      <Container maxWidth="md">
        <Box py={6}>
          <Typography variant="overline" color="textSecondary">
            {appTitle}
          </Typography>
          <Typography variant="h3" component="h1">
            {t('roles.title')}
          </Typography>
          <Typography variant="body1" color="textSecondary">
            {t('roles.subtitle')}
          </Typography>
          {props.children}
          <RoleList roles={props.roles} onChoose={props.onChoose} />
        </Box>
      </Container>
    </Box>
  );
}

function SignInFailed(props: { name: string; error?: Error }) {
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <Box mt={3} role="alert">
      <WarningPanel
        severity="error"
        defaultExpanded
        title={t('roles.failed', { name: props.name })}
        message={
          // The browser reports a server that does not answer as a TypeError.
          props.error instanceof TypeError
            ? t('roles.unreachable')
            : props.error?.message
        }
      />
    </Box>
  );
}
