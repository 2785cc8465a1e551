import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '@app/auth/public.decorator.js';
import { ApiUnreadableProblem, REQUEST_ID_HEADER } from '@app/problem/api-problem.decorator.js';
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
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Which service and version this is',
    description: 'The running release, for people and deployment checks. Needs no token.',
    security: [],
  })
  @ApiOkResponse({
    description: 'Name and version, the same for every pod of a release.',
    type: AboutResponse,
    headers: REQUEST_ID_HEADER,
  })
  @ApiUnreadableProblem()
  about(): AboutResponse {
    return ABOUT;
  }
}
