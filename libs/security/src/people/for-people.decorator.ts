import { ApiExtension } from '@nestjs/swagger';

/** Metadata key of methods that people may call. */
export const FOR_PEOPLE = 'security:for-people';

/** Under this name the API's description tells that people may call a route. */
const DESCRIBED_PEOPLE = 'x-people';

/**
 * Beside `@Scopes`: people may call this route with their tokens, too. Whatever it answers must be theirs, and what is not
 * must be as if it were not there: look for it by `viewerOf(principal)`. Only on methods, so that no route is opened by the way.
 */
export const ForPeople = (): MethodDecorator => (target, property, descriptor) => {
  Reflect.defineMetadata(FOR_PEOPLE, true, descriptor.value as object);
  ApiExtension(DESCRIBED_PEOPLE, true)(target, property, descriptor);
};
