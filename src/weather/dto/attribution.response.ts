import { ApiProperty } from '@nestjs/swagger';
import type { Attribution } from '../provider-identity.js';

/** Whose data it is. */
export class AttributionResponse implements Attribution {
  @ApiProperty({ description: 'To be shown beside the weather.', example: 'AccuWeather' })
  readonly name!: string;

  @ApiProperty({ format: 'uri', example: 'https://www.accuweather.com/' })
  readonly url!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uri',
    description: 'Licence of the data; to be linked too, where there is one.',
    example: null,
  })
  readonly licenceUrl!: string | null;
}
