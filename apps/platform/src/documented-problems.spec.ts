import { withProblems } from './documented-problems.js';

function statusesOf(path: string, method: string, operation: object): readonly string[] {
  const { paths } = withProblems({
    ...{ openapi: '3.0.0', info: { title: 'x', version: '1' } },
    paths: { [path]: { [method]: { responses: { 200: { description: '' } }, ...operation } } },
  });
  return Object.keys((paths[path] as Record<string, { responses: object }>)[method]!.responses);
}

describe('withProblems', () => {
  it.each<[string, string, string, object, readonly string[]]>([
    ['a list', '/notes', 'get', {}, ['200', '401', '403', '429', '5XX']],
    ['one of them', '/notes/{id}', 'get', { parameters: [{}] }, ['200', '400', '401', '403', '404', '429', '5XX']],
    [
      'what is written',
      ...(['/notes', 'post', { requestBody: {} }] as const),
      ['200', '400', '401', '403', '409', '413', '429', '5XX'],
    ],
    ['what anybody may read', '/health', 'get', { security: [{}] }, ['200', '429', '5XX']],
  ])('says of %s how it is refused', (_, path, method, operation, statuses) => {
    expect(statusesOf(path, method, operation).toSorted()).toEqual(statuses);
  });
});
