import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '@app/auth/public.decorator.js';
import { ABOUT } from './about.js';

class AboutResponse {
  @ApiProperty({ example: 'meteofrenchapi' })
  readonly name!: string;

  @ApiProperty({ example: ABOUT.version })
  readonly version!: string;
}

@ApiTags('about')
@Controller()
export class AppController {
  @Get()
  @Public()
  @ApiOperation({ summary: 'Which service and version this is' })
  @ApiOkResponse({ type: AboutResponse })
  about(): AboutResponse {
    return ABOUT;
  }
}
