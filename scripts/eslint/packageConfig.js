// The lint rules of every package: the platform's, plus our import boundaries. A test may start the
// real thing it is written against, so the boundaries hold for sources only.
const path = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');
const { forbiddenImports } = require('./importBoundaries');

module.exports = function packageConfig(dir) {
  const { backstage } = require(path.join(dir, 'package.json'));
  return createConfig(dir, {
    restrictedSrcImports: forbiddenImports(backstage.role),
    rules: {
      '@backstage/no-mixed-plugin-imports': [
        'error',
        { excludedFiles: ['**/*.test.ts', '**/*.test.tsx'] },
      ],
    },
  });
};
