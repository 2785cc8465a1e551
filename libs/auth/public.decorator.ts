import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const IS_PUBLIC = 'auth:is-public';

/** Marks a controller or a handler that needs no token. */
export const Public = (): CustomDecorator => SetMetadata(IS_PUBLIC, true);
