import ts from 'typescript';

/** A type as far as a JSON schema can say it: `string`, `"a" | "b"`, `null | number`, `{ a: …, b?: … }`, `string[]`. */
export type Shape = string;

/** The shapes of a file's interfaces, by name. The interfaces that they name are written out. */
export function interfaceShapes(file: string): ReadonlyMap<string, Shape> {
  const options = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext };
  const program = ts.createProgram([file], { ...options, moduleResolution: ts.ModuleResolutionKind.NodeNext });
  const checker = program.getTypeChecker();
  const shapes = new Map<string, Shape>();
  for (const statement of program.getSourceFile(file)?.statements ?? []) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const type = checker.getTypeAtLocation(statement);
    const isEvents = checker.getPropertiesOfType(type).some(({ name }) => name.includes(':'));
    shapes.set(statement.name.text, isEvents ? eventNames(checker, type) : objectShape(checker, type));
  }
  return shapes;
}

function eventNames(checker: ts.TypeChecker, type: ts.Type): Shape {
  return JSON.stringify(
    checker
      .getPropertiesOfType(type)
      .map(({ name }) => name)
      .sort(),
  );
}

function objectShape(checker: ts.TypeChecker, type: ts.Type): Shape {
  const fields = checker.getPropertiesOfType(type).map((property) => {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const shape = shapeOf(checker, checker.getTypeOfSymbol(property));
    return `${property.name}${isOptional ? '?' : ''}: ${shape}`;
  });
  return `{ ${fields.sort().join(', ')} }`;
}

function shapeOf(checker: ts.TypeChecker, type: ts.Type): Shape {
  if (type.isUnion()) {
    const parts = type.types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
    const shapes = new Set(parts.map((part) => shapeOf(checker, part)));
    if (shapes.delete('true') && shapes.delete('false')) shapes.add('boolean');
    return [...shapes].sort().join(' | ');
  }
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (element && checker.isArrayLikeType(type)) return `${shapeOf(checker, element)}[]`;
  if (type.isStringLiteral()) return JSON.stringify(type.value);
  if ((type.flags & ts.TypeFlags.Object) !== 0) return objectShape(checker, type);
  return checker.typeToString(type);
}
