import { ApiProperty } from '@nestjs/swagger';
import type { Attribution } from '../provider-identity.js';

/** The attribution that the provider requires. */
export class AttributionResponse implements Attribution {
  @ApiProperty({ description: 'Show it next to the weather.', example: 'AccuWeather' })
  readonly name!: string;

  @ApiProperty({ format: 'uri', example: 'https://www.accuweather.com/' })
  readonly url!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uri',
    description: 'Licence of the data, if any; link it as well.',
    example: null,
  })
  readonly licenceUrl!: string | null;
}
