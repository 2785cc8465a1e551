import { ApiPropertyOptional } from '@nestjs/swagger';
import { LANGUAGES } from '../i18n/language.js';
import { PositionQuery } from './position.query.js';

/** Where the watch is, and how it wants to read the weather. */
export class ViewQuery extends PositionQuery {
  /** As sent, unjudged: a language that we do not have is no fault. For `languageFor`. */
  @ApiPropertyOptional({
    type: String,
    description: `Language of the texts (BCP 47): ${LANGUAGES.join(', ')}, with any region. Else \`Accept-Language\`, else \`en\`.`,
    example: 'fr-CA',
  })
  lang: unknown = undefined;
}
