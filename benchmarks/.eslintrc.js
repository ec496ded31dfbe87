// A program of this repository, not a package of a portal: it has no role, and may start anything.
const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'cli', {
  rules: {
    // How a portal is started for tests is no package either.
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
