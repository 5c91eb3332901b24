/**
 * Who may import whom. Each rule is one direction of the house rules; its comment is what a
 * person who breaks it reads, so it says what to do instead. The edges between modules come from the manifests.
 */
const fs = require('node:fs');
const path = require('node:path');

const modulesFolder = path.join(__dirname, 'src/modules');

/** Names after `dependsOn` in a manifest; the text is read because this file cannot import TypeScript. */
function declaredDependencies(name) {
  const file = path.join(modulesFolder, name, 'module.ts');
  if (!fs.existsSync(file)) return [];
  const list = /dependsOn:\s*\[([^\]]*)\]/.exec(fs.readFileSync(file, 'utf8'));
  return list === null ? [] : [...list[1].matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
}

const moduleNames = fs.existsSync(modulesFolder)
  ? fs
      .readdirSync(modulesFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

/** Collectors gather what manifests offer; the register of units is the one room everybody may enter. */
const collectors = ['plan', 'monitoring', 'catalogue', 'opendata', 'reporting', 'search', 'site'];

const testCode = '[.]test[.]tsx?$|/given([.]ts$|/)|/testing/|^(journeys|bench)/';
const pureKernel = [
  '^src/kernel/(actor|clock|day|day-words|ids|measure|module|money|permission|portal-offers|refusal|schema|zip-archive)[.]ts$',
  '^src/kernel/http/(route|address|problem|paging|input-sentences)',
  '^src/kernel/calendar/(working-calendar|holiday-)',
  '^src/kernel/words',
  '^src/kernel/reading/source[.]ts$',
  '^src/kernel/rich-text/',
  '^src/kernel/paper/paper[.]ts$',
].join('|');
/** What a pure reader yields: types that rules judge and contracts carry. */
const readingShapes = '^src/modules/[^/]+/reader/reading[.]ts$';
const browserSafeFiles = '(law|rules|contract|words|addresses)([.]tsx?$|/)';

const undeclaredEdges = moduleNames.map((name) => {
  const allowed = [name, ...declaredDependencies(name)].join('|');
  return {
    name: `module-${name}-declares-whom-it-uses`,
    comment: `src/modules/${name} uses a module that its module.ts does not name under dependsOn. Name it there if the house rules allow the edge; else let that module offer the thing in its manifest.`,
    severity: 'error',
    from: { path: `^src/modules/${name}/`, pathNot: testCode },
    to: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${allowed})/` },
  };
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'These files need each other at run time. Move what both need one floor down, or pass it as an argument.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-no-module',
      comment:
        'The kernel stands below all modules. Let the module declare it in its manifest and let the kernel read the manifest.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(modules|portal|desk)(/|\\.ts$)' },
    },
    {
      name: 'rules-and-law-do-no-io',
      comment:
        'Rules are functions of their arguments. Take the value as an argument; let service.ts read it.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(law|rules)(\\.ts$|/)', pathNot: testCode },
      to: {
        path: '^src/',
        pathNot: `^src/modules/[^/]+/(law|rules)(\\.ts$|/)|${readingShapes}|${pureKernel}`,
      },
    },
    {
      name: 'browser-safe-code-needs-no-node',
      comment:
        'law, rules, contract, words and the desk run in the browser, where Node is not. Take the value as an argument.',
      severity: 'error',
      from: { path: `^src/modules/[^/]+/(desk/|${browserSafeFiles})|^src/desk/`, pathNot: testCode },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-use-no-server-library',
      comment:
        'Rules run in the browser too. Databases, servers and loggers belong into service.ts, routes.ts or the kernel.',
      severity: 'error',
      from: { path: `^src/modules/[^/]+/${browserSafeFiles}`, pathNot: testCode },
      to: {
        path: 'node_modules/(drizzle-orm|pg|fastify|@fastify|@electric-sql|pino|exceljs|docx|aws4fetch|openid-client|@node-rs)/',
      },
    },
    {
      name: 'reader-knows-no-database',
      comment:
        'A reader or checker turns bytes or text into data and knows no rows. Let service.ts store what it returns.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/reader/|^src/kernel/reading/', pathNot: testCode },
      to: {
        path: '^src/kernel/(db|audit|jobs|files|search|work|app|open-app)([.]ts$|/)|^src/modules/[^/]+/(tables|queries|service|routes|pages|desk)',
      },
    },
    {
      name: 'modules-meet-at-the-door',
      comment:
        'Only index.ts of another module may be imported. Ask its owner to offer the thing there, or gather it from the manifests.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: testCode },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/$1/|^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'tests-enter-by-door-manifest-or-builders',
      comment: 'A test of one module may use index.ts, module.ts and given.ts of another, nothing deeper.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/[^ ]*([.]test[.]tsx?$|/given)' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: '^src/modules/$1/|^src/modules/[^/]+/(index|module|given)\\.ts$',
      },
    },
    {
      name: 'collectors-import-no-module',
      comment:
        'Collectors read what manifests offer (measures, data sets, figures, search documents). Only the register of units may be imported.',
      severity: 'error',
      from: { path: `^src/modules/(${collectors.join('|')})/`, pathNot: testCode },
      to: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/($1|organisation)/` },
    },
    {
      name: 'modules-are-listed-once',
      comment: 'src/modules.ts is read by the composition roots alone. Take app.modules instead.',
      severity: 'error',
      from: { pathNot: `^src/(server|cli)\\.ts$|^(bench|journeys|seed|scripts)/|${testCode}` },
      to: { path: '^src/modules\\.ts$' },
    },
    {
      name: 'composition-roots-are-roots',
      comment: 'Nothing imports src/server.ts but the command line, and nothing imports src/cli.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(cli|server)(\\.ts$|/)|${testCode}` },
      to: { path: '^src/(server|cli)\\.ts$' },
    },
    {
      name: 'only-the-kernel-opens-the-database',
      comment:
        'Writing goes through transact, which hands out work.db; reading through app.database.read. Only kernel/db/columns.ts and types may be imported from kernel/db.',
      severity: 'error',
      from: { path: '^src/(modules|portal|desk)/', pathNot: testCode },
      to: {
        path: '^src/kernel/db/',
        pathNot: '^src/kernel/db/columns\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-are-functions-of-finished-props',
      comment: 'A page gets finished props. Let routes.ts ask queries.ts and hand the page the answer.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/pages(\\.tsx$|/)', pathNot: testCode },
      to: {
        path: '^src/(modules|kernel)/',
        pathNot: `^src/modules/[^/]+/(pages(\\.tsx$|/)|${browserSafeFiles})|${pureKernel}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-never-import-service',
      comment: 'Not even a type: name the shape of what a page shows in queries.ts, contract.ts or rules.ts.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/pages(\\.tsx$|/)', pathNot: testCode },
      to: { path: '^src/modules/[^/]+/(service|routes|tables)(\\.ts$|/)' },
    },
    {
      name: 'routes-hold-no-sql',
      comment:
        'A route hands its input to a command or query and the answer to a page. Move the statement to queries.ts or service.ts.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/routes(\\.ts$|/)', pathNot: testCode },
      to: {
        path: '^src/modules/[^/]+/tables(\\.ts$|/)|node_modules/drizzle-orm/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'service-stands-below-routes-and-pages',
      comment:
        'Commands and queries know no HTTP and no screen. Return data and let routes.ts and pages.tsx show it.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(service|queries|tables)(\\.ts$|/)', pathNot: testCode },
      to: {
        path: '^src/modules/[^/]+/(routes|pages|desk)|^src/(portal|desk)/|^src/kernel/http/',
        // A read model cuts its own pages; the place in a list is data, not HTTP.
        pathNot: '^src/kernel/http/paging',
      },
    },
    {
      name: 'tables-know-no-service',
      comment: 'tables.ts maps rows and domain. What decides belongs one floor up, into service.ts.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(tables|queries)(\\.ts$|/)', pathNot: testCode },
      to: { path: '^src/modules/[^/]+/service(\\.ts$|/)' },
    },
    {
      name: 'contract-is-browser-safe',
      comment:
        'contract.ts and words.ts travel to the browser. Use rules.ts, law.ts and the pure part of the kernel only.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(contract|words)(\\.tsx?$|/)', pathNot: testCode },
      to: { path: '^src/', pathNot: `^src/modules/[^/]+/${browserSafeFiles}|${pureKernel}` },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      comment:
        'Desk code may use contract, rules, law and words, the desk, and the pure part of the kernel; the server answers the rest over the API.',
      severity: 'error',
      from: { path: '^src/(desk|modules/[^/]+/desk)/', pathNot: testCode },
      to: {
        path: '^src/',
        pathNot: `^src/(desk|modules/[^/]+/desk)/|^src/modules/[^/]+/${browserSafeFiles}|${readingShapes}|${pureKernel}`,
      },
    },
    {
      name: 'shell-gathers-screens-only',
      comment: 'The desk shell takes from a module its desk/screens.tsx and nothing else.',
      severity: 'error',
      from: { path: '^src/desk/', pathNot: testCode },
      to: {
        path: '^src/modules/',
        pathNot: '^src/modules/[^/]+/(desk/screens\\.tsx|contract|words|rules|law)',
      },
    },
    {
      name: 'portal-imports-no-module',
      comment: 'Layout and components of the portal know no module. Pass what they show as props.',
      severity: 'error',
      from: { path: '^src/portal/', pathNot: testCode },
      to: { path: '^src/(modules|desk)(/|\\.ts$)' },
    },
    {
      name: 'product-imports-no-test-code',
      comment: 'Tests, builders and testing helpers are not shipped.',
      severity: 'error',
      from: { path: '^src/', pathNot: testCode },
      to: { path: testCode },
    },
    {
      name: 'server-needs-no-development-package',
      comment: 'An installation has no devDependencies. Move the package to dependencies or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(desk|modules/[^/]+/desk)/|${testCode}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'imports-resolve',
      comment: 'This import leads nowhere. Add the package with npm install, or mend the path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vite/client$' },
    },
    ...undeclaredEdges,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
