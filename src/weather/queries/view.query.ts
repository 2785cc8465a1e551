import { ApiPropertyOptional } from '@nestjs/swagger';
import { LANGUAGES } from '../i18n/language.js';
import { PositionQuery } from './position.query.js';

/** Position, units and language of a request. */
export class ViewQuery extends PositionQuery {
  /** As sent and not validated: an unsupported language is not an error. See `languageFor`. */
  @ApiPropertyOptional({
    type: String,
    description: `Language of the texts (BCP 47): ${LANGUAGES.join(', ')}, with any region. Else \`Accept-Language\`, else \`en\`.`,
    example: 'fr-CA',
  })
  lang: unknown = undefined;
}
