/** How one environment variable becomes one field of a section. */
export interface VariableOptions {
  /** Its value when the variable is not set, as it would be written in `.env`. Leave out for "none". */
  readonly default?: string;
  /** One line for `.env.example` and the README: what it is, its unit, what it takes. */
  readonly about: string;
  /** Never printed, not even as a default. */
  readonly secret?: boolean;
}

export interface Variable extends VariableOptions {
  readonly name: string;
  readonly field: string;
  readonly type: 'string' | 'number' | 'boolean' | 'list';
}

export type SectionClass<T extends object = object> = new () => T;

const declared = new Map<SectionClass, Variable[]>();

/**
 * Says which environment variable fills a field of a section class. The field's declared type (string, number, boolean or
 * array) says how the text is read; class-validator decorators beside it say what is valid.
 */
export function FromEnv(name: string, options: VariableOptions): PropertyDecorator {
  return (prototype, field) => {
    const section = prototype.constructor as SectionClass;
    const type = variableType(Reflect.getMetadata('design:type', prototype, field));
    const variables = declared.get(section) ?? [];
    variables.push({ ...options, name, field: String(field), type });
    declared.set(section, variables);
  };
}

/** The variables of one section, in the order in which they are declared. */
export function variablesOf(section: SectionClass): readonly Variable[] {
  return declared.get(section) ?? [];
}

function variableType(designType: unknown): Variable['type'] {
  switch (designType) {
    case Number:
      return 'number';
    case Boolean:
      return 'boolean';
    case Array:
      return 'list';
    default:
      return 'string';
  }
}
