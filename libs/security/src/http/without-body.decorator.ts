import { SetMetadata } from '@nestjs/common';

/** Metadata key of what a route without a body says to who sends one. */
export const BODY_INSTEAD = 'security:body-instead';

/** `instead`: where what a body may ask for is taken, for a route that takes none; a sentence. */
export const WithoutBody = (instead: string): MethodDecorator => SetMetadata(BODY_INSTEAD, instead);
