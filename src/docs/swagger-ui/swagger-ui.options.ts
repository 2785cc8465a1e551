import type { SwaggerCustomOptions } from '@nestjs/swagger';
import { addViewport } from './add-viewport.js';
import { offerAsFile } from './offer-as-file.js';
import { PHONE_STYLES } from './phone-styles.js';
import { sendUnvalidated } from './send-unvalidated.js';

/**
 * The page forgets its token when it is reloaded (`persistAuthorization` is off), because local storage outlives the
 * person who signed in.
 */
export const SWAGGER_UI_OPTIONS: SwaggerCustomOptions = {
  raw: false,
  customSiteTitle: 'Meteo French API',
  customCss: PHONE_STYLES,
  swaggerOptions: {
    displayRequestDuration: true,
    plugins: [addViewport, sendUnvalidated],
    responseInterceptor: offerAsFile,
  },
};
