import { mlKinds } from '@understudy/plugin-ml-common';
import { render } from '@testing-library/react';
import { kindIcons } from './kindIcons';

describe('kindIcons', () => {
  it('has one for each of our kinds', () => {
    expect(Object.keys(kindIcons).sort()).toEqual(
      mlKinds.map(kind => kind.toLocaleLowerCase('en-US')).sort(),
    );
  });

  it('draws something of the size that the platform asks for', () => {
    for (const Icon of Object.values(kindIcons)) {
      const { container } = render(<Icon fontSize="inherit" />);
      expect(container.querySelector('svg')).toHaveClass(
        'MuiSvgIcon-fontSizeInherit',
      );
      expect(container.querySelector('path')).toHaveAttribute('d');
    }
  });
});
