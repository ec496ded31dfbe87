import { SignInPage } from '@backstage/core-components';
import { IdentityApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { oidcAuthApiRef } from './oidcAuthApi';
import { signInTranslationRef } from './translation';

/** The sign-in of a portal with a real identity provider. */
export function OidcSignInPage(props: {
  onSignInSuccess: (identity: IdentityApi) => void;
}) {
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <SignInPage
      auto
      provider={{
        id: 'oidc',
        title: t('oidc.title'),
        message: t('oidc.message'),
        apiRef: oidcAuthApiRef,
      }}
      onSignInSuccess={props.onSignInSuccess}
    />
  );
}
