import type { OpenAPIObject } from '@nestjs/swagger';

/** The description as the text of `docs/openapi.json`: routes and schemas by name, so that it says the same after every build. */
export function openApiText(description: OpenAPIObject): string {
  const { paths, components } = description;
  const sorted = {
    ...description,
    paths: byName(paths),
    components: { ...components, schemas: byName(components?.schemas ?? {}) },
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

function byName<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
