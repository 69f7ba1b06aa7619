import type { OpenAPIObject } from '@nestjs/swagger';

/** What of an operation says how it may be refused. */
interface Operation {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly security?: readonly object[];
  readonly responses: object;
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Why a request may be refused: its status, and what it means of every route. */
const PROBLEMS = {
  Invalid: ['400', 'The request cannot be read or does not fit: `errors` names the fields.'],
  Unauthenticated: ['401', 'There is no key, or none that is known.'],
  Forbidden: ['403', 'The key may not do this: `x-scopes` says what it takes.'],
  NotFound: ['404', 'There is nothing by that name.'],
  Conflict: ['409', 'It cannot be done as things stand: `code` says why.'],
  TooLarge: ['413', 'The body is larger than this address takes.'],
  RateLimited: ['429', 'Too many requests: `Retry-After` says for how many seconds to wait.'],
  Failed: ['5XX', 'It went wrong here: the log tells more under `instance`.'],
} as const;

type ProblemName = keyof typeof PROBLEMS;

const PROBLEM_SCHEMAS: Schemas = {
  FieldError: {
    type: 'object',
    required: ['field', 'message'],
    properties: {
      field: { type: 'string', example: 'items[0].name', description: 'Path of the field.' },
      message: { type: 'string' },
    },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457, with a stable `code` for programs.',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', example: 'about:blank' },
      title: { type: 'string', example: 'Not Found' },
      status: { type: 'integer', example: 404 },
      detail: { type: 'string', description: 'What to do next.' },
      code: { type: 'string', example: 'engagement.not-found' },
      instance: { type: 'string', description: 'The correlation id under which the log tells more; of 5xx alone.' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
      details: { type: 'object', additionalProperties: true },
    },
  },
};

/** The description with what every route answers when it refuses: that is said once, for all of them, since one filter answers for all. */
export function withProblems(description: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(description.paths).map(([path, item]) => {
    const operations = Object.entries(item as Readonly<Record<string, Operation>>).map(
      ([method, operation]) => [method, { ...operation, responses: responsesOf(path, method, operation) }] as const,
    );
    return [path, Object.fromEntries(operations)] as const;
  });
  return {
    ...description,
    paths: Object.fromEntries(paths),
    components: {
      ...description.components,
      responses: { ...description.components?.responses, ...RESPONSES },
      schemas: { ...description.components?.schemas, ...PROBLEM_SCHEMAS },
    },
  };
}

function responsesOf(path: string, method: string, operation: Operation): object {
  const problems = problemsOf(path, method, operation).map((name) => [PROBLEMS[name][0], refTo(name)] as const);
  return { ...operation.responses, ...Object.fromEntries(problems) };
}

function problemsOf(path: string, method: string, { parameters, requestBody, security }: Operation): ProblemName[] {
  const isPublic = security?.some((way) => Object.keys(way).length === 0) ?? false;
  return [
    ...when((parameters?.length ?? 0) > 0 || requestBody !== undefined, 'Invalid'),
    ...when(!isPublic, 'Unauthenticated', 'Forbidden'),
    ...when(path.includes('{'), 'NotFound'),
    ...when(method !== 'get', 'Conflict'),
    ...when(requestBody !== undefined, 'TooLarge'),
    'RateLimited',
    'Failed',
  ];
}

function when(holds: boolean, ...names: ProblemName[]): ProblemName[] {
  return holds ? names : [];
}

function refTo(name: ProblemName): { readonly $ref: string } {
  return { $ref: `#/components/responses/${name}` };
}

const RESPONSES = Object.fromEntries(
  Object.entries(PROBLEMS).map(([name, [, description]]) => [
    name,
    { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]),
);
