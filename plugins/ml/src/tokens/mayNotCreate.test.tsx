import { screen } from '@testing-library/react';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { TokensPage } from './TokensPage';

describe('TokensPage for who may not create tokens', () => {
  it('says which permission is missing', async () => {
    renderMl(<TokensPage />, {
      api: new MemoryMlApi(),
      denied: ['ml.registry-token.create'],
    });
    expect(await screen.findByText(/ml\.registry-token\.create/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Create a token' }),
    ).not.toBeInTheDocument();
  });
});
