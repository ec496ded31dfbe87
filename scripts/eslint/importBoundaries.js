// Which of our packages a package may import, by role. What is not listed is forbidden: common <-
// node <- backend, common <- frontend, and no plugin reaches into another's backend or frontend.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

const node = ['common-library', 'node-library'];
const web = ['common-library', 'web-library'];

const ALLOWED = {
  'common-library': ['common-library'],
  'node-library': node,
  'backend-plugin': node,
  'backend-plugin-module': node,
  'web-library': web,
  'frontend-plugin': web,
  'frontend-plugin-module': web,
};

/** The paths that `no-restricted-imports` forbids in the sources of a package with this role. */
function forbiddenImports(role) {
  const allowed = ALLOWED[role];
  if (!allowed) {
    return []; // The portal itself, which puts everything together.
  }
  return ourPackages()
    .filter(pkg => !allowed.includes(pkg.backstage.role))
    .flatMap(pkg =>
      Object.keys(pkg.exports ?? { '.': '' })
        .filter(subpath => !subpath.endsWith('package.json'))
        .map(subpath => ({
          name: path.posix.join(pkg.name, subpath),
          message: `A ${role} may import only: ${allowed.join(', ')}.`,
        })),
    );
}

function ourPackages() {
  return ['packages', 'plugins']
    .flatMap(folder =>
      fs
        .readdirSync(path.join(root, folder))
        .map(name => path.join(root, folder, name, 'package.json')),
    )
    .filter(file => fs.existsSync(file))
    .map(file => JSON.parse(fs.readFileSync(file, 'utf8')))
    .filter(pkg => pkg.backstage?.role);
}

module.exports = { forbiddenImports };
