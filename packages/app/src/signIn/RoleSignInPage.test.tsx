import { discoveryApiRef, IdentityApi } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { RoleSignInPage } from './RoleSignInPage';

const roles = [
  { name: 'on-call', title: 'On-call engineer', does: 'Rolls back', team: 'A' },
  { name: 'executive', title: 'Executive', does: 'Reads', team: 'B' },
];

const session = {
  profile: { displayName: 'On-call engineer' },
  backstageIdentity: {
    token: `h.${window.btoa(JSON.stringify({ exp: 4_000_000_000 }))}.s`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/on-call',
      ownershipEntityRefs: ['group:default/ml-oncall'],
    },
  },
};

const ok = () => ({ ok: true, json: async () => session });

describe('RoleSignInPage', () => {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const fetchMock = jest.fn();

  beforeEach(() => {
    jest.resetAllMocks();
    window.sessionStorage.clear();
    global.fetch = fetchMock;
  });

  const open = () =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [discoveryApiRef, mockApis.discovery({ baseUrl: 'http://portal' })],
        ]}
      >
        <RoleSignInPage roles={roles} onSignInSuccess={onSignInSuccess} />
      </TestApiProvider>,
    );

  const choose = (name: RegExp) =>
    fireEvent.click(screen.getByRole('button', { name }));

  it('asks the backend for the chosen role and keeps it for the tab', async () => {
    fetchMock.mockResolvedValue(ok());
    open();
    choose(/^On-call engineer/);

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [address, { headers }] = fetchMock.mock.calls[0];
    expect(address).toBe('http://portal/api/auth/roles/refresh');
    expect(headers.get('x-understudy-role')).toBe('on-call');
    expect(window.sessionStorage.getItem('understudy.role')).toBe('on-call');
  });

  it('enters without asking when the tab has a role', async () => {
    window.sessionStorage.setItem('understudy.role', 'executive');
    fetchMock.mockResolvedValue(ok());
    open();

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [, { headers }] = fetchMock.mock.calls[0];
    expect(headers.get('x-understudy-role')).toBe('executive');
  });

  it('forgets the role on signing out', async () => {
    fetchMock.mockResolvedValue(ok());
    open();
    choose(/^On-call engineer/);
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));

    await onSignInSuccess.mock.calls[0][0].signOut();

    expect(window.sessionStorage.getItem('understudy.role')).toBeNull();
  });

  it('says when the backend does not answer, and tries the same role again', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetchMock.mockResolvedValueOnce(ok());
    open();
    choose(/^On-call engineer/);
    await expect(
      screen.findByText(/The backend does not answer/),
    ).resolves.toBeVisible();

    choose(/^On-call engineer/);

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });
});
